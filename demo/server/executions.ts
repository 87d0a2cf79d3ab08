import { setTimeout as sleep } from 'node:timers/promises';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';
import type { Session } from './session';

const status = z.enum([
	'canceled',
	'crashed',
	'error',
	'new',
	'running',
	'success',
	'unknown',
	'waiting',
]);
const summary = z.object({
	id: z.string(),
	status,
	workflowId: z.string(),
	mode: z.string(),
	startedAt: z.string().nullish(),
	stoppedAt: z.string().nullish(),
	waitTill: z.string().nullish(),
});
const summaries = z.object({ results: z.array(summary) });
const failure = z.object({ message: z.string(), description: z.string().nullish() }).passthrough();
const item = z.object({ json: z.record(z.unknown()), error: z.unknown(), binary: z.unknown() });
const nodeRun = z.object({
	executionTime: z.number(),
	executionStatus: z.string().optional(),
	error: failure.optional(),
	data: z.object({ main: z.array(z.array(item).nullable()).optional() }).optional(),
});
const runContent = z.object({
	resultData: z.object({
		runData: z.record(z.array(nodeRun)).default({}),
		lastNodeExecuted: z.string().optional(),
		error: failure.optional(),
	}),
});

export type ExecutionStatus = z.infer<typeof status>;
export type ExecutionSummary = z.infer<typeof summary>;
export type NodeRun = z.infer<typeof nodeRun>;
export type Item = z.infer<typeof item>;
export type Execution = ExecutionSummary & z.infer<typeof runContent>['resultData'];

export interface ExecutionFilter {
	workflowId?: string;
	status?: ExecutionStatus[];
}

export type ExecutionApi = ReturnType<typeof executionApi>;

/** Reads the executions of a running n8n. */
export function executionApi(session: Session) {
	/** The newest 100 executions that fit the filter, newest first. */
	const listExecutions = async (filter: ExecutionFilter = {}): Promise<ExecutionSummary[]> => {
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: '100' });
		return (await session.call(summaries, { path: `/executions?${query.toString()}` })).results;
	};
	/** One execution with what its nodes put out so far. */
	const readExecution = async (id: string): Promise<Execution> => {
		const path = `/executions/${id}`;
		const { data, ...rest } = await session.call(summary.extend({ data: z.string() }), { path });
		return { ...rest, ...runContent.parse(parseFlatted(data)).resultData };
	};
	/**
	 * Waits until an execution is in one of these states.
	 *
	 * @throws Error naming the state it is in when that takes longer than `withinMs`.
	 */
	const waitForExecution = async (
		id: string,
		states: ExecutionStatus | ExecutionStatus[],
		withinMs = 30_000,
	): Promise<Execution> => {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const { status: current } = await session.call(summary, { path: `/executions/${id}` });
			if ([states].flat().includes(current)) return await readExecution(id);
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} is ${current}, not ${[states].flat().join(' or ')}`);
			}
			await sleep(80);
		}
	};
	/** Waits until at least `count` executions fit the filter, and returns all that do. */
	const waitForExecutions = async (
		filter: ExecutionFilter,
		count: number,
		withinMs = 30_000,
	): Promise<ExecutionSummary[]> => {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const found = await listExecutions(filter);
			if (found.length >= count) return found;
			if (Date.now() > deadline) {
				throw new Error(`${found.length} executions fit ${JSON.stringify(filter)}, not ${count}`);
			}
			await sleep(80);
		}
	};
	return { listExecutions, readExecution, waitForExecution, waitForExecutions };
}

/** The items that a node put out on one of its outputs, over all of its runs. */
export function itemsOf(execution: Execution, nodeName: string, output = 0): Item[] {
	const runs = execution.runData[nodeName] ?? [];
	return runs.flatMap((run) => run.data?.main?.[output] ?? []);
}
