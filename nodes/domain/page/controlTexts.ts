import { cleanText } from '../base/plainText';
import type { Control, ControlledField, PlainValue } from '../handoff/control';
import { formatNumber } from '../language/figures';
import type { Wording } from '../language/wording';
import { formatDay, readDay } from '../policy/day';
import type { DecimalSign } from '../policy/decimalText';
import { readList } from '../policy/readList';
import { readMoney } from '../policy/readMoney';
import { writeDigits } from './typedNumber';

/** What stands in a control: what is typed into it, or what is chosen of it. */
export interface ControlTexts {
	/** Several only where several can be chosen; none for nothing. */
	texts: readonly string[];
	/** What stands in the field of the currency, where there is one. */
	currency: string;
}

type Present = Pick<ControlledField, 'control' | 'value' | 'currency'>;

/** One value as it stands on a page and as it comes back when nobody has changed it. */
export const entryText = (value: string | number | boolean | null): string =>
	cleanText(String(value ?? '')).trim();

/** The entries of a list as the record keeps it; a value alone is the only one. */
export function entriesOfValue(
	value: PlainValue,
	{ separator }: { separator?: string | undefined },
): Array<string | number | boolean> {
	if (Array.isArray(value)) return value;
	const entries = typeof value === 'string' ? readList(value, separator) : undefined;
	return (entries ?? [value]).flatMap((entry) => {
		if (typeof entry === 'number' || typeof entry === 'boolean') return entry;
		return typeof entry === 'string' && entry !== '' ? entry : [];
	});
}

/** An entry on a line of its own. */
export const lineText = (entry: string | number | boolean): string =>
	entryText(entry).replace(/\s*\n\s*/g, ' ');

/** How a value of the record stands in its control, before anybody has typed anything. */
export function textsOfValue(present: Present, wording: Wording): ControlTexts {
	const { control, value, currency = null } = present;
	if (control.kind === 'amount' && control.storedAs === 'withCurrency') {
		return amountWithCurrency(value, control.decimal, wording);
	}
	const beside = Array.isArray(currency) ? '' : entryText(currency);
	return { texts: textsIn(control, value, wording), currency: beside };
}

function textsIn(control: Control, value: PlainValue, wording: Wording): string[] {
	if (control.kind === 'choices') return filled(entriesOfValue(value, control).map(lineText));
	if (control.kind === 'list') {
		return filled([filled(entriesOfValue(value, control).map(lineText)).join('\n')]);
	}
	// A list of one stands where one value is asked for.
	const one = Array.isArray(value) ? value.join('\n') : value;
	return filled([oneText(control, one, wording)]);
}

const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== '');

function oneText(
	control: Control,
	value: string | number | boolean | null,
	wording: Wording,
): string {
	if (control.kind === 'date') {
		const day = value === '' ? undefined : readDay(value, control);
		return day === undefined ? entryText(value) : formatDay(day);
	}
	const isNumber = control.kind === 'number' || control.kind === 'amount';
	return isNumber && typeof value === 'number'
		? writeDigits(value, decimalSign(wording))
		: entryText(value);
}

function amountWithCurrency(
	value: PlainValue,
	decimal: DecimalSign | undefined,
	wording: Wording,
): ControlTexts {
	const money = readMoney(value, decimal);
	if ('code' in money || (money.currency !== undefined && money.currency.usual === undefined)) {
		return { texts: Array.isArray(value) ? [] : filled([entryText(value)]), currency: '' };
	}
	const currency = money.currency?.usual ?? '';
	return { texts: [writeDigits(money.amount, decimalSign(wording))], currency };
}

const decimalSign = (wording: Wording): DecimalSign =>
	formatNumber(0.5, wording).includes(',') ? ',' : '.';
