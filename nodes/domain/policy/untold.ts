import type { Sentence } from '../language/sentence';
import type { TextName } from '../language/wording';

/** What checks say of values from which it cannot be told whether they pass. */
const UNTOLD: ReadonlySet<string> = new Set<TextName>([
	'shortfallDateForm',
	'shortfallFarDate',
	'shortfallFarDateBeside',
	'shortfallMissingIn',
	'shortfallMissingInMain',
	'shortfallMixedCurrencies',
	'shortfallNeither',
	'shortfallNoChange',
	'shortfallNoCurrency',
	'shortfallNoDateBeside',
	'shortfallNoNumberBeside',
	'shortfallNoType',
	'shortfallNotComparable',
	'shortfallNotDate',
	'shortfallNotList',
	'shortfallNotMoney',
	'shortfallNotNumber',
	'shortfallNotText',
	'shortfallNothingBeside',
	'shortfallOtherType',
	'shortfallSeveral',
	'shortfallTooLongForPattern',
	'shortfallTwoWays',
]);

/** Whether a check could not tell, also of the entry of a list, whether the value passes. */
export function isUntold({ code, values }: Sentence): boolean {
	if (UNTOLD.has(code)) return true;
	const inside = values?.shortfall;
	return typeof inside === 'object' && 'code' in inside && isUntold(inside);
}
