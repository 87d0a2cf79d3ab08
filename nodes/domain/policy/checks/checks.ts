import { z } from 'zod';
import { agreesSchema, compileAgrees } from './agrees';
import { NOWHERE, type CheckSurroundings, type CompiledCheck } from './check';
import { listCheck } from './list';
import { compileSimpleCheck, SIMPLE_FORMS, simpleCheckSchema } from './simpleChecks';

/** Settings of any check. What is not in here is refused, never passed over. */
export const checkSchema = z.discriminatedUnion('kind', [
	...simpleCheckSchema.options,
	listCheck.schema,
	agreesSchema,
]);
export type CheckSettings = z.infer<typeof checkSchema>;

/** How each check is set in a form, by kind; `agrees` needs more of the policy than a form holds. */
export const CHECK_FORMS = new Map([...SIMPLE_FORMS, ['list', listCheck.form] as const]);

/** @throws HandoffProblem when the settings contradict each other, or miss something in the policy */
export function compileCheck(
	settings: CheckSettings,
	around: CheckSurroundings = NOWHERE,
): CompiledCheck {
	if (settings.kind === 'list') return listCheck.compile(settings, around);
	if (settings.kind === 'agrees') return compileAgrees(around);
	return compileSimpleCheck(settings, around);
}
