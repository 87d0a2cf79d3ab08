import type { ShownAs, ShownValue, Showing } from '../handoff/showing';
import { formatValue } from '../policy/formatValue';
import { valueInside } from '../policy/fieldObject';
import { readAnswer } from '../policy/readAnswer';
import { showDate, showTime } from './showDay';
import { entriesOf, joinEntries, MOST_ENTRIES } from './entries';
import { showMoney, showNumber } from './showNumber';
import { looksLike } from './looksLike';
import { showLink } from './showLink';
import { showPerson } from './showPerson';
import { seenInText, showText } from './showText';
import type { Reader, Way } from './reader';

const LONGEST = 4000;

/**
 * A value as people read it, in their language and zone: as what the policy says that it is, or as
 * what it looks like where the policy says nothing. What cannot be told as that is shown as it is.
 * Never throws.
 */
export function showValue(
	value: unknown,
	showing: Showing | undefined,
	reader: Reader,
): ShownValue {
	try {
		return show(value, showing, reader) ?? asItIs(value);
	} catch {
		return asItIs(value);
	}
}

function show(
	value: unknown,
	showing: Showing | undefined,
	reader: Reader,
): ShownValue | undefined {
	if (isNothing(value)) return { text: '' };
	if (typeof value === 'boolean') return showAnswer(value, reader);
	const as = showing?.as ?? looksLike(value);
	if (as === 'list') return showEntries(entriesOf(value, showing?.separator), showing, reader);
	if (Array.isArray(value)) {
		return showEntries(entriesOf(value), showing && { ...showing, each: as }, reader);
	}
	const told = WAYS[as](value, { ...showing, as }, reader);
	if (told !== undefined) return told;
	const inside = valueInside(value);
	return inside === value ? undefined : show(inside, showing, reader);
}

const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(Array.isArray(value) && value.every(isNothing));

/** A list in words; its entries are shown as what they are, or as what each of them looks like. */
function showEntries(
	entries: readonly unknown[],
	showing: Showing | undefined,
	reader: Reader,
): ShownValue {
	const filled = entries.filter((entry) => !isNothing(entry));
	const each = showing?.each;
	const shown = filled
		.slice(0, MOST_ENTRIES)
		.map((entry) => showValue(entry, showing && each && { ...showing, as: each }, reader));
	const [first, ...others] = shown;
	if (first !== undefined && others.length === 0) return first;
	return {
		text: joinEntries(
			shown.map(({ text }) => text),
			filled.length,
			reader,
		),
	};
}

const WAYS: Record<Exclude<ShownAs, 'list'>, Way> = {
	text: (value) => showText(value),
	number: showNumber,
	money: showMoney,
	date: showDate,
	time: showTime,
	yesNo: (value, _showing, reader) => {
		const answer = readAnswer(value);
		return answer === undefined ? undefined : showAnswer(answer, reader);
	},
	link: (value) => showLink(value),
	person: (value) => showPerson(value),
};

const showAnswer = (answer: boolean, { wording }: Reader): ShownValue => ({
	text: answer ? wording.valueYes : wording.valueNo,
});

/** Without what a reader does not see, and otherwise as the record has it. */
const asItIs = (value: unknown): ShownValue => ({ text: seenInText(formatValue(value, LONGEST)) });
