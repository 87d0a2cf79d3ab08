import type { ControlledField, PlainValue } from '../handoff/control';
import type { TypedCorrection } from '../handoff/correction';
import type { Wording } from '../language/wording';
import type { ControlTexts } from './controlTexts';
import type { FormBody } from './formBody';
import type { FormError } from './formError';
import { formName } from './formNames';
import { controlNames, readControl, textsTyped } from './readControl';

/** What stood in the control of one field when the form was sent. */
export interface TypedField {
	field: string;
	texts: ControlTexts;
}

/** What a form says about fields of the record. */
export interface ReadControls {
	/** Each value that was changed. */
	changes: TypedCorrection[];
	errors: FormError[];
}

/** Every form field that these controls send. */
export const namesOfControls = (fields: readonly ControlledField[]): string[] =>
	fields.flatMap(({ field, control }) => controlNames(formName('correct', field), control));

/** What stands in the controls; a field that was not sent is not changed. */
export const textsOfControls = (form: FormBody, fields: readonly ControlledField[]): TypedField[] =>
	fields.flatMap(({ field, control }) => {
		const texts = textsTyped(form, formName('correct', field), control);
		return texts === undefined ? [] : [{ field, texts }];
	});

/** The values that were changed, each with the one of the record, and what is wrong with the others. */
export function readControls(
	typed: readonly TypedField[],
	fields: readonly ControlledField[],
	wording: Wording,
): ReadControls {
	const changes: TypedCorrection[] = [];
	const errors: FormError[] = [];
	for (const known of fields) {
		const texts = typed.find(({ field }) => field === known.field)?.texts;
		if (texts === undefined) continue;
		const name = formName('correct', known.field);
		const reading = readControl(texts, known, { name, wording });
		if (reading.kind === 'wrong') errors.push(reading.error);
		else changes.push(...changesOf(reading, known));
	}
	return { changes, errors };
}

function changesOf(
	reading: Exclude<ReturnType<typeof readControl>, { kind: 'wrong' }>,
	{ field, label, value, currency = null }: ControlledField,
): TypedCorrection[] {
	if (reading.kind === 'unchanged') return [];
	if (reading.kind === 'empty') return [{ field, label, from: value, to: nothingLike(value) }];
	return reading.values.map((one) => {
		const from = one.field === field ? value : currency;
		return { field: one.field, label, from, to: one.value };
	});
}

/** A list without entries stays a list. */
const nothingLike = (value: PlainValue): PlainValue => (Array.isArray(value) ? [] : null);
