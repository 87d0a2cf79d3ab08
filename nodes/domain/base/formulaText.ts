/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula; anything else stays as it is. */
export const withoutFormula = <Value>(value: Value | string): Value | string =>
	typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
