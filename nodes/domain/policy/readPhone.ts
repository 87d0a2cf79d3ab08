import { parseWithCountry } from './phoneLibrary';
import { readable } from './readable';

/** A telephone number, whatever signs it was written with. */
export interface PhoneNumber {
	/** With + and the country where it is known (`+49305550123`), else the digits as written. */
	number: string;
	/** Empty when there is none. */
	extension: string;
	/** Whether it may be a number: by its length in its country, and not of one digit only. */
	possible: boolean;
}

const LONGEST = 60;
const FEWEST_DIGITS = 6;
const FEWEST_COMPARED = 3;

/** Most digits of an international number: ITU-T E.164, section 6. */
const MOST_DIGITS = 15;

const SIGNS = /^\+?[\d ./()-]+$/;
const EXTENSION =
	/[ ,;]*(?:extension|ext|extn|durchwahl|dw|poste|anexo|ramal|toestel|x|#)[.:=]{0,2} ?(\d{1,7})$/i;
const DATE = /^(?:\d{4}([-./])(\d\d?)\1(\d\d?)|(\d\d?)([-./])(\d\d?)\5(?:\d\d){1,2})$/;

/**
 * Reads a telephone number: with `tel:`, dashes of every kind, brackets and an extension.
 *
 * @param callingCode such as +49, for numbers that are written without a country
 * @returns undefined for anything else, dates among it
 */
export function readPhone(value: unknown, callingCode?: string): PhoneNumber | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const written = String(value);
	if (written.length > LONGEST * 4) return undefined;
	const text = readable(written)
		.replace(/^tel:\s*/i, '')
		.replace(/[\p{Pd}\u2212]/gu, '-');
	const [, extension = ''] = EXTENSION.exec(text) ?? [];
	const signs = text.replace(EXTENSION, '').trim();
	if (signs.length > LONGEST || !SIGNS.test(signs) || isDate(signs)) return undefined;
	const dialled = signs.replace(
		callingCode === '+1' ? /^(?:00|011)(?=[1-9 ])/ : /^00(?=[1-9 ])/,
		'+',
	);
	const digits = dialled.replace(/\D/g, '');
	if (digits.length < FEWEST_COMPARED || digits.length > MOST_DIGITS) return undefined;
	if (dialled.startsWith('+') || callingCode !== undefined) {
		return readInCountry(dialled, callingCode, extension);
	}
	const possible = digits.length >= FEWEST_DIGITS && !isOneDigit(digits);
	return { number: digits, extension, possible };
}

function readInCountry(
	dialled: string,
	callingCode: string | undefined,
	extension: string,
): PhoneNumber | undefined {
	const defaultCallingCode = callingCode?.slice(1);
	const parsed = parseWithCountry(dialled, { defaultCallingCode });
	if (parsed === undefined) return undefined;
	const possible = parsed.isPossible() && !isOneDigit(parsed.nationalNumber);
	return { number: parsed.number, extension, possible };
}

const isOneDigit = (digits: string): boolean => /^(\d)\1*$/.test(digits);

function isDate(signs: string): boolean {
	const [, , month, day, first, , second] = DATE.exec(signs) ?? [];
	return isMonthAndDay(month, day) || isMonthAndDay(first, second) || isMonthAndDay(second, first);
}

const isMonthAndDay = (month = '0', day = '0'): boolean =>
	Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
