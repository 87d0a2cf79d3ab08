import type { ControlledField, ControlOf, PlainValue, TypedValue } from '../handoff/control';
import type { Sentence } from '../language/sentence';
import type { Wording } from '../language/wording';
import { plainValue } from '../policy/sameValue';
import { choicesOf } from './controlChoices';
import { entriesOfValue, lineText, type ControlTexts } from './controlTexts';
import { typedAmount } from './typedAmount';
import { readTypedDay, storedDay } from './typedDay';
import { readTypedNumber, storedNumber } from './typedNumber';

type Entry = string | number | boolean;
type Several = ControlOf<'list'> | ControlOf<'choices'>;

/**
 * What goes into the record for what was typed or chosen.
 *
 * @returns what is wrong with it; undefined for a choice that the control does not offer
 */
export function typedValues(
	typed: ControlTexts,
	known: ControlledField,
	wording: Wording,
): TypedValue[] | Sentence | undefined {
	const { field, control } = known;
	const text = typed.texts.join('\n');
	const word = control.alsoAccepted?.find((one) => sameWord(one, text));
	if (word !== undefined) return [{ field, value: word }];
	if (control.kind === 'amount') return typedAmount(typed, { ...known, control }, wording);
	const value = oneValue(text, { ...known, typed }, wording);
	if (value === undefined) return undefined;
	return typeof value === 'object' && value !== null && 'code' in value
		? value
		: [{ field, value }];
}

const sameWord = (one: string, other: string): boolean =>
	plainValue(one, false) === plainValue(other, false);

/** A control that takes one value for its own field, with all that was typed into it. */
type Filled = Pick<ControlledField, 'control' | 'value'> & { typed: ControlTexts };

function oneValue(
	text: string,
	filled: Filled,
	wording: Wording,
): PlainValue | Sentence | undefined {
	const { control } = filled;
	switch (control.kind) {
		case 'number': {
			const number = readTypedNumber(text, control.decimal);
			return typeof number === 'number' ? storedNumber(number, text, control) : number;
		}
		case 'date': {
			const day = readTypedDay(text, control, wording);
			return typeof day === 'number' ? storedDay(day, control) : day;
		}
		case 'choice':
		case 'yesNo':
			return choicesOf(filled, wording).find((choice) => choice.text === text)?.value;
		case 'choices':
			return chosenOf(filled, control, wording);
		case 'list':
			return storedEntries(linesIn(text, control, filled.value), control);
		case 'text':
			return control.storedAs === 'number' ? numberOrText(text) : text;
		default:
			return text;
	}
}

/** Only digits that the number keeps as they are: a leading zero belongs to a text. */
function numberOrText(text: string): number | string {
	const number = Number(text);
	return String(number) === text && Number.isFinite(number) ? number : text;
}

/** In the order in which they are offered; undefined where one is not. */
function chosenOf(
	{ value, typed: { texts } }: Filled,
	control: ControlOf<'choices'>,
	wording: Wording,
): PlainValue | undefined {
	const choices = choicesOf({ control, value }, wording);
	const chosen = choices.filter(({ text }) => texts.includes(text));
	return chosen.length === texts.length
		? storedEntries(
				chosen.map((one) => one.value),
				control,
			)
		: undefined;
}

/** One entry a line; one that the record had already stays what it was there. */
function linesIn(text: string, control: ControlOf<'list'>, value: PlainValue): Entry[] {
	const before = entriesOfValue(value, control);
	const areNumbers = before.length > 0 && before.every((entry) => typeof entry === 'number');
	const { separator } = control;
	const parts = control.storedAs === 'text' ? text.split(separator ?? ';').join('\n') : text;
	return parts
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const old = before.find((entry) => lineText(entry) === line);
			return old ?? (areNumbers ? numberOrText(line) : line);
		});
}

function storedEntries(entries: Entry[], { storedAs, separator = ';' }: Several): PlainValue {
	if (storedAs === 'list') return entries;
	return storedAs === 'json' ? JSON.stringify(entries) : entries.join(separator);
}
