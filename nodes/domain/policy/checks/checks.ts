import { z } from 'zod';
import type { Sources } from '../sources';
import { agreesSchema, compileAgrees } from './agrees';
import type { CompiledCheck } from './check';
import { listCheck } from './list';
import { compileSimpleCheck, simpleCheckSchema } from './simpleChecks';

/** Settings of any check. What is not in here is refused, never passed over. */
export const checkSchema = z.discriminatedUnion('kind', [
	...simpleCheckSchema.options,
	listCheck.schema,
	agreesSchema,
]);
export type CheckSettings = z.infer<typeof checkSchema>;

/** What a check may need to know of the policy around it. */
export interface CheckSurroundings {
	field: string;
	sources: Sources;
}

const NOWHERE: CheckSurroundings = { field: '', sources: {} };

/** @throws HandoffProblem when the settings contradict each other */
export function compileCheck(
	settings: CheckSettings,
	{ field, sources }: CheckSurroundings = NOWHERE,
): CompiledCheck {
	if (settings.kind === 'list') return listCheck.compile(settings);
	if (settings.kind === 'agrees') return compileAgrees(field, sources);
	return compileSimpleCheck(settings);
}
