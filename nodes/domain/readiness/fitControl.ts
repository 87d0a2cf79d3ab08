import type { Control, ControlOf, PlainValue } from '../handoff/control';
import type { Language } from '../language/languages';
import { readDay } from '../policy/day';
import { readMoney } from '../policy/readMoney';
import { readable } from '../policy/readable';
import { parseDay } from '../policy/writtenDay';
import { yesNoPair } from './yesNoPair';

/** A longer text, or one of several lines, does not stand on one line of a phone. */
const LONGEST_LINE = 80;

type Several = ControlOf<'list'> | ControlOf<'choices'>;

/**
 * The control of a check for what the record holds in the field, so that a new value goes back in
 * the way in which the old one is kept: numbers as texts, a day as milliseconds, `a;b` as one text.
 *
 * @param language of the policy: says which `no` belongs to a `ja`
 */
export function fitControl(control: Control, value: PlainValue, language?: Language): Control {
	if (Array.isArray(value)) return fitList(control);
	switch (control.kind) {
		case 'text':
			return fitText(control, value);
		case 'number':
			return isWritten(value) ? { ...control, storedAs: 'text' } : control;
		case 'amount':
			return fitAmount(control, value);
		case 'date':
			return { ...control, storedAs: dayStoredAs(control, value) };
		case 'choice':
			return isWritten(value) ? { ...control, options: control.options.map(String) } : control;
		case 'yesNo':
			return isWritten(value) || value === 1 || value === 0
				? { ...control, ...yesNoPair(value, language) }
				: control;
		case 'choices':
		case 'list':
			return isWritten(value) ? fitSeveral(control, value) : control;
		default:
			return control;
	}
}

const isWritten = (value: PlainValue): value is string =>
	typeof value === 'string' && value.trim() !== '';

function fitList({ alsoAccepted, ...control }: Control): Control {
	return control.kind === 'choice' || control.kind === 'choices'
		? { kind: 'choices', options: control.options, storedAs: 'list', alsoAccepted }
		: { kind: 'list', storedAs: 'list', alsoAccepted };
}

function fitText(control: ControlOf<'text'>, value: PlainValue): Control {
	const { alsoAccepted } = control;
	if (typeof value === 'boolean') return { kind: 'yesNo', yes: true, no: false, alsoAccepted };
	if (typeof value === 'number') return { ...control, storedAs: 'number' };
	const isLong = isWritten(value) && (value.length > LONGEST_LINE || /[\r\n]/.test(value));
	return isLong ? { kind: 'longText', alsoAccepted } : control;
}

function fitAmount(control: ControlOf<'amount'>, value: PlainValue): Control {
	if (!isWritten(value) || control.storedAs === 'withCurrency') return control;
	const money = readMoney(value, control.decimal);
	const isBeside = 'amount' in money && money.currency !== undefined;
	const storedAs = isBeside && control.currencyField === undefined ? 'withCurrency' : 'text';
	return { ...control, storedAs };
}

const MILLISECONDS = /^\d{12,16}$/;
const LEAST_MILLISECONDS = 1e11;

function dayStoredAs(control: ControlOf<'date'>, value: PlainValue): ControlOf<'date'>['storedAs'] {
	if (typeof value === 'number') return value >= LEAST_MILLISECONDS ? 'milliseconds' : 'day';
	if (!isWritten(value)) return control.storedAs;
	const text = readable(value);
	if (parseDay(text) !== undefined) return 'day';
	if (MILLISECONDS.test(text)) return 'millisecondsText';
	const hasTime = /[T ]\d\d:/.test(text) && readDay(text, { timezone: 'UTC' }) !== undefined;
	return hasTime ? 'time' : control.storedAs;
}

/** The separator is that of the policy, else the one that the text has. */
function fitSeveral<Kind extends Several>(control: Kind, value: string): Kind {
	const text = readable(value);
	if (text.startsWith('[') && text.endsWith(']')) return { ...control, storedAs: 'json' };
	const separator = control.separator ?? (text.includes(';') ? ';' : undefined);
	return { ...control, storedAs: 'text', separator };
}
