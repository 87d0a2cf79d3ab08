import { NOWHERE, type CheckContext, type CheckSurroundings } from './checks/check';
import { compileCondition, type Condition } from './condition';
import { compileField, readCompiledField } from '../base/record';

/** Whether a condition holds; undefined where the fields that it rests on say nothing. */
export type CompiledTruth = (context: CheckContext) => boolean | undefined;

/**
 * Compiles a condition for a question that may be left open: a test of a field that is missing is
 * neither true nor false, and what several tests give together follows from those that are known.
 *
 * @throws HandoffProblem when the settings of a check in it contradict each other
 */
export function compileTruth(
	condition: Condition,
	around: CheckSurroundings = NOWHERE,
): CompiledTruth {
	const { all, any, not } = condition;
	if (all !== undefined) return joined(all, around, { decides: false });
	if (any !== undefined) return joined(any, around, { decides: true });
	if (not !== undefined) {
		const part = compileTruth(not, around);
		return (context) => {
			const holds = part(context);
			return holds === undefined ? undefined : !holds;
		};
	}
	return fieldTruth(condition, around);
}

/** @param decides what one part has to be for the whole to be the same, whatever the others are */
function joined(
	conditions: readonly Condition[],
	around: CheckSurroundings,
	{ decides }: { decides: boolean },
): CompiledTruth {
	const parts = conditions.map((condition) => compileTruth(condition, around));
	return (context) => {
		const known = parts.map((part) => part(context));
		if (known.includes(decides)) return decides;
		return known.includes(undefined) ? undefined : !decides;
	};
}

function fieldTruth(condition: Condition, around: CheckSurroundings): CompiledTruth {
	const { holds } = compileCondition(condition, around);
	if (condition.present !== undefined) return holds;
	const field = compileField(condition.field ?? '');
	return (context) =>
		context.isMissing(readCompiledField(context, field)) ? undefined : holds(context);
}
