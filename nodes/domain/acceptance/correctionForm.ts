import { cleanText } from '../base/plainText';
import { formatValue } from '../policy/formatValue';
import { readNumber } from '../policy/readNumber';
import type { PlainValue } from '../handoff/control';
import type { CorrectableField, TypedCorrection } from '../handoff/correction';
import type { FormBody } from '../page/formBody';
import { formName } from '../page/formNames';
import { FORM_LIMITS, type FormError } from '../page/formError';
import type { TypedDecision } from './formTerms';
import { findTooLong } from '../page/tooLong';

/** A value as the page shows it, and as it comes back when nobody has changed it. */
export const formatFieldValue = (value: PlainValue): string =>
	Array.isArray(value)
		? entriesOf(value.map(formatFieldValue).join('\n')).join('\n')
		: cleanText(formatValue(value, FORM_LIMITS.value)).trim();

/** The entries of a list as it is typed: one a line. */
const entriesOf = (text: string): string[] =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** What stands in the fields that may be corrected; a field that was not sent is not corrected. */
export const readTypedCorrections = (
	form: FormBody,
	correctable: readonly CorrectableField[],
): TypedDecision['corrections'] =>
	correctable.flatMap(({ field }) => {
		const name = formName('correct', field);
		if (!form.names.includes(name)) return [];
		return [{ field, text: cleanText(form.text(name)).trim().slice(0, FORM_LIMITS.value) }];
	});

export const findCorrectionErrors = (
	form: FormBody,
	correctable: readonly CorrectableField[],
): FormError[] =>
	correctable.flatMap(({ field }) =>
		findTooLong(form, formName('correct', field), FORM_LIMITS.value),
	);

/** The fields whose value was changed, each with its old and its new value. */
export const correctionsOf = (
	typed: TypedDecision['corrections'],
	correctable: readonly CorrectableField[],
): TypedCorrection[] =>
	correctable.flatMap((known) => {
		const text = typed.find(({ field }) => field === known.field)?.text;
		if (text === undefined || text === formatFieldValue(known.value)) return [];
		if (known.list === true && entriesOf(text).join('\n') === formatFieldValue(known.value))
			return [];
		const { field, label, value } = known;
		return [{ field, label, from: value, to: valueOf(text, known) }];
	});

/** A typed text as the kind of value that the record holds: a number stays a number. */
function valueOf(text: string, known: CorrectableField): PlainValue {
	if (known.list !== true) return scalarOf(text, known);
	const before = Array.isArray(known.value) ? known.value : [];
	return entriesOf(text).map((entry) => {
		return before.find((old) => formatFieldValue(old) === entry) ?? entry;
	});
}

function scalarOf(text: string, { value, options = [] }: CorrectableField) {
	const option = options.find((one) => String(one) === text);
	if (option !== undefined) return option;
	if (text === '') return null;
	const number = typeof value === 'number' ? readNumber(text) : undefined;
	return typeof number === 'number' ? number : text;
}
