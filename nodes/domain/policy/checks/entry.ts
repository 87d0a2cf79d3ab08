import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { isUntold } from '../untold';
import { judgeField, type CheckContext, type CheckSurroundings, type CompiledCheck } from './check';
import { compileSimpleCheck, simpleCheckSchema } from './simpleChecks';
import { say, type Sentence } from '../../language/sentence';

/** What an entry of a list, or a field of it, must meet. */
export const entrySchema = closedObject({
	field: fieldPathSchema.optional(),
	check: simpleCheckSchema,
});

/** What is made of an entry: what of it is read, how that is judged, and what it must be in words. */
export interface CompiledEntry {
	read(entry: unknown): unknown;
	check: CompiledCheck;
	said: Sentence;
}

/** @throws HandoffProblem when the settings of the check contradict each other */
export function compileEntry(
	entry: z.output<typeof entrySchema> | undefined,
	around: CheckSurroundings,
): CompiledEntry | undefined {
	if (entry === undefined) return undefined;
	const { field } = entry;
	const check = compileSimpleCheck(entry.check, around);
	if (field === undefined) return { read: (value) => value, check, said: check.expected };
	const said = say('entryField', { field, expected: check.expected });
	return { read: compilePath(field), check, said };
}

/** The first entry that is wrong; one that does not tell only where none is surely wrong. */
export function judgeEach(
	entries: readonly unknown[],
	{ read, check }: CompiledEntry,
	context: CheckContext,
): Sentence | undefined {
	let unsure: Sentence | undefined;
	for (const [index, entry] of entries.entries()) {
		const shortfall = judgeField(check, read(entry), context);
		if (shortfall === undefined) continue;
		const wrong = say('shortfallWrongEntry', { index: index + 1, shortfall });
		if (!isUntold(shortfall)) return wrong;
		unsure ??= wrong;
	}
	return unsure;
}

/** Nothing when an entry passes; where none surely does, the first that does not tell is named. */
export function judgeAny(
	entries: readonly unknown[],
	{ read, check, said }: CompiledEntry,
	context: CheckContext,
): Sentence | undefined {
	let unsure: Sentence | undefined;
	for (const [index, entry] of entries.entries()) {
		const shortfall = judgeField(check, read(entry), context);
		if (shortfall === undefined) return undefined;
		if (isUntold(shortfall)) {
			unsure ??= say('shortfallNoSureEntry', { entry: said, index: index + 1, shortfall });
		}
	}
	return unsure ?? say('shortfallNoEntry', { entry: said });
}
