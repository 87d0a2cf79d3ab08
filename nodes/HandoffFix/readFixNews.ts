import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { fieldNameOf } from '../domain/fixing/findWrites';
import type { FixNews } from '../domain/fixing/recordFixNews';
import { fixRequestSchema, type SentChanges } from '../domain/handoff/fixing';
import { sentExpression } from '../shared/waiting/memory';
import type { FixState } from './fixState';

const sentSchema = z.object({
	fixing: fixRequestSchema.pick({
		...{ round: true, firedMilestones: true },
		...{ received: true, approval: true },
	}),
});

/**
 * What has happened since the node ran last. A timer and a form both resume the execution without
 * running this node: what they bring stands in the item that left by Notify, which n8n keeps. What
 * comes in from the node that writes the record says that it was not written.
 */
export function readFixNews(context: IExecuteFunctions, state: FixState): FixNews {
	const { fixing } = state.handoff;
	const told = { firedMilestones: fixing.firedMilestones };
	const failure = readFailure(context, state.lastSent);
	if (failure !== undefined) return { ...told, failure };
	const sent = sentSchema.safeParse(
		context.evaluateExpression(sentExpression(context.getNode().name), 0),
	);
	if (!sent.success || sent.data.fixing.round !== fixing.round) return told;
	const { firedMilestones, received, approval } = sent.data.fixing;
	return {
		firedMilestones,
		...(received === undefined ? {} : { received }),
		...(approval === undefined ? {} : { approval }),
	};
}

/** As n8n's error outputs give it: what the system said, beside the item that was to be written. */
const failedSchema = z.object({
	error: z.union([
		z.string(),
		z
			.object({ message: z.string(), description: z.string().nullish() })
			.transform(({ message, description }) => description || message),
	]),
	/** The fields that were to be written; unknown where the node before wrote items of its own. */
	write: z
		.union([
			z.object({ field: z.string() }).transform(({ field }) => [field]),
			z.object({ fields: z.record(z.unknown()) }).transform(({ fields }) => Object.keys(fields)),
		])
		.optional()
		.catch(undefined),
});

/**
 * What could not be written. A channel that fails to pass on a message gives an error as well: what
 * was to be written stands on the item, or it comes by an error output, which is never the first.
 */
function readFailure(
	context: IExecuteFunctions,
	lastSent: SentChanges | undefined,
): FixNews['failure'] {
	if (lastSent === undefined) return undefined;
	const failed = context.getInputData().flatMap(({ json }) => {
		const read = failedSchema.safeParse(json);
		return read.success ? [read.data] : [];
	});
	const named = new Set(failed.flatMap(({ write = [] }) => write));
	const isUnnamed = comesByErrorOutput(context) && failed.some(({ write }) => write === undefined);
	const changes = lastSent.changes.filter(
		({ field }) => isUnnamed || named.has(field) || named.has(fieldNameOf(field)),
	);
	if (changes.length === 0) return undefined;
	const error = [...new Set(failed.map((one) => one.error.slice(0, LONGEST_ERROR)))].join('; ');
	return { sent: { ...lastSent, changes }, error };
}

const comesByErrorOutput = (context: IExecuteFunctions): boolean =>
	(context.getExecuteData().source?.main?.[0]?.previousNodeOutput ?? 0) > 0;

const LONGEST_ERROR = 300;
