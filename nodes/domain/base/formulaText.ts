/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Texts that no spreadsheet takes for a formula, alone and in a list; anything else stays as it is. */
export function withoutFormula(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutFormula);
	return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}
