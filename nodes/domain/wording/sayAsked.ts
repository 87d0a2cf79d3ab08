import type { AskedQuestion } from '../handoff/askedQuestion';
import type { Handoff } from '../handoff/envelope';
import { fill } from '../language/wording';
import { formatIsoTime, type Locale } from './locale';

/** Who asked when, and about which field. */
export function sayAsked(
	{ agreed }: Pick<Handoff, 'agreed'>,
	{ field, by, at }: Pick<AskedQuestion, 'field' | 'by' | 'at'>,
	locale: Locale,
): string {
	const label = agreed.fields.find((one) => one.field === field)?.label;
	const values = { name: by.name, at: formatIsoTime(at, locale), label: label ?? '' };
	const { questionAsked, questionAbout } = locale.wording;
	return fill(label === undefined ? questionAsked : questionAbout, values);
}
