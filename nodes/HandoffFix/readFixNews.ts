import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
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

/** As n8n's error outputs give it: a text, or an object that has one, beside the item that failed. */
const failedSchema = z.object({
	error: z.union([z.string(), z.object({ message: z.string() }).transform((one) => one.message)]),
	write: z
		.object({ field: z.string().optional(), fields: z.record(z.unknown()).optional() })
		.optional(),
});

function readFailure(
	context: IExecuteFunctions,
	lastSent: SentChanges | undefined,
): FixNews['failure'] {
	if (lastSent === undefined) return undefined;
	const failed = context.getInputData().flatMap(({ json }) => {
		const read = failedSchema.safeParse(json);
		return read.success ? [read.data] : [];
	});
	if (failed.length === 0) return undefined;
	const fields = failed.flatMap(({ write }) => write?.field ?? []);
	const sent =
		fields.length < failed.length
			? lastSent
			: { ...lastSent, changes: lastSent.changes.filter(({ field }) => fields.includes(field)) };
	const error = [...new Set(failed.map((one) => one.error.slice(0, LONGEST_ERROR)))].join('; ');
	return { sent, error };
}

const LONGEST_ERROR = 300;
