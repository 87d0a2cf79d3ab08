import { cleanText } from '../../base/plainText';
import { MOST_QUESTIONS, type AskedQuestion } from '../../handoff/askedQuestion';
import type { FormBody } from '../../page/formBody';
import { FORM_LIMITS, type FormError } from '../../page/formError';
import { findTooLong } from '../../page/tooLong';
import type { FormTerms, TypedDecision } from '../formTerms';

/** What somebody asks, as the form sent it. */
export type TypedQuestion = Pick<AskedQuestion, 'by' | 'text' | 'field'>;

/** What was typed about a question, cleaned. */
export const readTypedQuestion = (form: FormBody): TypedDecision['question'] => ({
	text: cleanText(form.text('question')).trim().slice(0, FORM_LIMITS.note),
	field: form.text('questionField'),
});

/** What is missing or not allowed when a question is asked. */
export function findAskErrors(
	form: FormBody,
	{ question }: TypedDecision,
	{ questionsLeft, fields }: FormTerms,
): FormError[] {
	const error = (code: FormError['code'], name: string, label = ''): FormError[] => [
		{ code, name, label },
	];
	if (questionsLeft === undefined) return error('unknown', 'decision');
	if (questionsLeft < 1) return error('questionsUsedUp', 'decision', String(MOST_QUESTIONS));
	const known = question.field === '' || fields.some(({ field }) => field === question.field);
	return [
		...(question.text === '' ? error('questionMissing', 'question') : []),
		...findTooLong(form, 'question', FORM_LIMITS.note),
		...(known ? [] : error('unknown', 'questionField')),
	];
}
