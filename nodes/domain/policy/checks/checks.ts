import { z } from 'zod';
import type { CompiledCheck } from './check';
import { listCheck } from './list';
import { compileSimpleCheck, simpleCheckSchema } from './simpleChecks';

/** Settings of any check. What is not in here is refused, never passed over. */
export const checkSchema = z.discriminatedUnion('kind', [
	...simpleCheckSchema.options,
	listCheck.schema,
]);
export type CheckSettings = z.infer<typeof checkSchema>;

/** @throws HandoffProblem when the settings contradict each other */
export const compileCheck = (settings: CheckSettings): CompiledCheck =>
	settings.kind === 'list' ? listCheck.compile(settings) : compileSimpleCheck(settings);
