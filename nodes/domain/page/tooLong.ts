import { cleanText } from '../base/plainText';
import type { FormBody } from './formBody';
import type { FormError } from './formError';

/** Nothing that was typed is cut in silence: what is too long refuses the form. */
export const findTooLong = (form: FormBody, name: string, limit: number): FormError[] =>
	cleanText(form.text(name)).trim().length > limit
		? [{ code: 'tooLong', name, label: String(limit) }]
		: [];
