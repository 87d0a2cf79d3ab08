import { cleanText } from '../base/plainText';
import type { Control, ControlledField, TypedValue } from '../handoff/control';
import { inEnglish, type Sentence } from '../language/sentence';
import type { Wording } from '../language/wording';
import { textsOfValue, type ControlTexts } from './controlTexts';
import type { FormBody } from './formBody';
import { FORM_LIMITS, type FormError } from './formError';
import { typedValues } from './typedValues';

/** What a form says about one field. */
export type ControlReading =
	/** Nobody has touched it: what the record holds stays. */
	| { kind: 'unchanged' }
	/** The record holds something, and nothing stands in it any more. */
	| { kind: 'empty' }
	/** One value, or those of an amount and of its currency, as they go into the record. */
	| { kind: 'values'; values: TypedValue[] }
	| { kind: 'wrong'; error: FormError };

/** More than this is too long, whatever of it is cleaned away. */
const LONGEST_BODY = 2 * FORM_LIMITS.value;

/** The form field of the currency beside an amount. */
export const currencyName = (name: string): string => `${name}.currency`;

/** Every form field that a control sends. */
export const controlNames = (name: string, { kind }: Pick<Control, 'kind'>): string[] =>
	kind === 'amount' ? [name, currencyName(name)] : [name];

/**
 * What was typed into a control, as it is given back with a refused form.
 *
 * @returns undefined where the form has no such field
 */
export function textsTyped(
	form: FormBody,
	name: string,
	control: Pick<Control, 'kind'>,
): ControlTexts | undefined {
	if (!controlNames(name, control).some((one) => form.names.includes(one))) return undefined;
	const sent = control.kind === 'choices' ? form.all(name) : [form.text(name)];
	const texts = sent.map(typedText).filter((text) => text !== '');
	return { texts: [...new Set(texts)], currency: typedText(form.text(currencyName(name))) };
}

/** One sign more than is allowed tells that it is too long. */
const typedText = (text: string): string =>
	cleanText(text.slice(0, LONGEST_BODY))
		.trim()
		.slice(0, FORM_LIMITS.value + 1);

/**
 * The value that a control was given, read as the policy reads values and stored as the record keeps
 * them, or what is wrong with it in words. What was not changed is the record's own value. Never
 * throws, whatever was typed.
 *
 * @param name of the form field, to which a refused form leads
 */
export function readControl(
	typed: ControlTexts,
	known: ControlledField,
	{ name, wording }: { name: string; wording: Wording },
): ControlReading {
	const { label } = known;
	const before = textsOfValue(known, wording);
	if (isSame(typed, before)) return { kind: 'unchanged' };
	if (typed.texts.length === 0) return { kind: before.texts.length === 0 ? 'unchanged' : 'empty' };
	const isLong = [...typed.texts, typed.currency].join('\n').length > FORM_LIMITS.value;
	if (isLong) {
		return { kind: 'wrong', error: { code: 'tooLong', name, label: String(FORM_LIMITS.value) } };
	}
	const read = typedValues(typed, known, wording);
	if (read === undefined) return { kind: 'wrong', error: { code: 'unknown', name, label } };
	if (!Array.isArray(read)) {
		return {
			kind: 'wrong',
			error: { code: 'valueUnread', name, label, finding: said(label, read) },
		};
	}
	return read.length === 0 ? { kind: 'unchanged' } : { kind: 'values', values: read };
}

/** Entries are compared one by one: a browser ends lines in its own way, and adds some. */
const isSame = (one: ControlTexts, other: ControlTexts): boolean =>
	one.currency === other.currency && linesOf(one).join('\n') === linesOf(other).join('\n');

const linesOf = ({ texts }: ControlTexts): string[] =>
	texts
		.flatMap((text) => text.split('\n').map((line) => line.trim()))
		.filter((line) => line !== '');

const said = (label: string, shortfall: Sentence): FormError['finding'] => ({
	label,
	shortfall: inEnglish(shortfall),
	codes: { shortfall, expected: shortfall },
});
