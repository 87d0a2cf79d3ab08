import { judgeField, type CheckContext, type CompiledCheck } from './checks/check';
import { isUntold } from './untold';

/** Compiles the question whether a field passes a check; undefined where its value does not tell. */
export const compileCheckTest =
	(check: CompiledCheck) =>
	(value: unknown, context: CheckContext): boolean | undefined => {
		const shortfall = judgeField(check, value, context);
		return shortfall === undefined || (isUntold(shortfall) ? undefined : false);
	};
