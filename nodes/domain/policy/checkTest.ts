import { judgeField, type CheckContext, type CompiledCheck } from './checks/check';
import type { TextName } from '../language/wording';

/** What checks say of values from which it cannot be told whether they pass. */
const UNTOLD: ReadonlySet<string> = new Set<TextName>([
	'shortfallDateForm',
	'shortfallFarDate',
	'shortfallFarDateBeside',
	'shortfallMissingIn',
	'shortfallMissingInMain',
	'shortfallNeither',
	'shortfallNoChange',
	'shortfallNoCurrency',
	'shortfallNoDateBeside',
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

/** Compiles the question whether a field passes a check; undefined where its value does not tell. */
export const compileCheckTest =
	(check: CompiledCheck) =>
	(value: unknown, context: CheckContext): boolean | undefined => {
		const shortfall = judgeField(check, value, context);
		return shortfall === undefined || (UNTOLD.has(shortfall.code) ? undefined : false);
	};
