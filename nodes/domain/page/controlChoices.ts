import type { Control, ControlledField } from '../handoff/control';
import { formatNumber } from '../language/figures';
import type { Wording } from '../language/wording';
import { entriesOfValue, entryText, lineText } from './controlTexts';
import { formatLine } from './format';

/** One of the values that can be chosen. */
export interface ControlChoice {
	value: string | number | boolean;
	/** As the form sends it. */
	text: string;
	/** As people read it. */
	label: string;
}

/**
 * What can be chosen in a control: the agreed values, the words that are an answer besides them, and
 * first what the record holds where it is none of these. None for a control that is typed into.
 */
export function choicesOf(
	{ control, value }: Pick<ControlledField, 'control' | 'value'>,
	wording: Wording,
): ControlChoice[] {
	const offered = valuesOffered(control);
	if (offered === undefined) return [];
	const held = entriesOfPresent(control, value);
	const choices = [...offered, ...(control.alsoAccepted ?? [])].map((one) =>
		choiceOf(one, control, wording),
	);
	const known = new Set(choices.map(({ text }) => text));
	const others = held
		.map((one) => choiceOf(one, control, wording))
		.filter(({ text }) => text !== '' && !known.has(text));
	return onlyFirst([...others, ...choices]);
}

function valuesOffered(control: Control): Array<string | number | boolean> | undefined {
	if (control.kind === 'yesNo') return [control.yes, control.no];
	return control.kind === 'choice' || control.kind === 'choices' ? control.options : undefined;
}

function entriesOfPresent(control: Control, value: ControlledField['value']) {
	if (control.kind === 'choices') return entriesOfValue(value, control);
	return value === null || Array.isArray(value) ? [] : [value];
}

function choiceOf(
	value: ControlChoice['value'],
	control: Control,
	wording: Wording,
): ControlChoice {
	const text = control.kind === 'choices' ? lineText(value) : entryText(value);
	return { value, text, label: labelOf(value, control, wording) };
}

function labelOf(value: ControlChoice['value'], control: Control, wording: Wording): string {
	if (value === true || (control.kind === 'yesNo' && value === control.yes))
		return wording.valueYes;
	if (value === false || (control.kind === 'yesNo' && value === control.no)) return wording.valueNo;
	return typeof value === 'number' ? formatNumber(value, wording) : formatLine(value);
}

/** Of two that read the same, the first counts. */
const onlyFirst = (choices: readonly ControlChoice[]): ControlChoice[] =>
	choices.filter(({ text }, index) => choices.findIndex((other) => other.text === text) === index);
