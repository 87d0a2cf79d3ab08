import { setTimeout as sleep } from 'node:timers/promises';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';
import type { Session } from './session';

const PATIENCE_MS = 30_000;

/** Executions that n8n gives at most in one answer. */
const PAGE = 100;

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
const content = summary.extend({ data: z.string() });
/** What n8n answers, with status 200, about an execution that it does not have. */
const gone = z.object({}).strict();
const summaries = z.object({ results: z.array(summary), nextCursor: z.string().nullish() });
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

export interface ExecutionApi {
	/** The newest 100 executions that fit the filter, newest first. */
	listExecutions(filter?: ExecutionFilter): Promise<ExecutionSummary[]>;
	/** All executions that fit the filter, newest first. */
	listAllExecutions(filter?: ExecutionFilter): Promise<ExecutionSummary[]>;
	/**
	 * One execution with what its nodes put out so far.
	 *
	 * @throws Error when there is no such execution.
	 */
	readExecution(id: string): Promise<Execution>;
	/** How many bytes n8n keeps of what the nodes of an execution put out. */
	countBytes(id: string): Promise<number>;
	/**
	 * The same, or undefined when it is gone: n8n lists the runs in which our nodes keep their ledger
	 * while they are under way, and keeps nothing of them.
	 */
	findExecution(id: string): Promise<Execution | undefined>;
	/**
	 * Waits until an execution is in one of these states, half a minute unless told otherwise.
	 *
	 * @throws Error naming the state it is in when that takes longer.
	 */
	waitForExecution(
		id: string,
		states: ExecutionStatus | ExecutionStatus[],
		withinMs?: number,
	): Promise<Execution>;
	/**
	 * Waits until at least `count` executions fit the filter, and returns all that do.
	 *
	 * @throws Error naming how many there are when that takes longer than `withinMs`.
	 */
	waitForExecutions(
		filter: ExecutionFilter,
		count: number,
		withinMs?: number,
	): Promise<ExecutionSummary[]>;
}

/** Reads the executions of a running n8n. */
export function executionApi(session: Session): ExecutionApi {
	const list = async (filter: ExecutionFilter = {}) => {
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: String(PAGE) });
		return (await session.call(summaries, { path: `/executions?${query.toString()}` })).results;
	};
	const listAll = async (filter: ExecutionFilter = {}) => {
		const found = new Map<string, ExecutionSummary>();
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: String(PAGE) });
		for (;;) {
			const path = `/executions?${query.toString()}`;
			const { results, nextCursor } = await session.call(summaries, { path });
			for (const one of results) found.set(one.id, one);
			if (!nextCursor || results.length === 0) return [...found.values()];
			query.set('cursor', nextCursor);
		}
	};
	const summarize = (id: string) => session.call(summary, { path: `/executions/${id}` });
	const find = async (id: string) => {
		const found = await session.call(z.union([content, gone]), { path: `/executions/${id}` });
		if (!('id' in found)) return undefined;
		const { data, ...rest } = found;
		return { ...rest, ...runContent.parse(parseFlatted(data)).resultData };
	};
	const read = async (id: string) => {
		const found = await find(id);
		if (found === undefined) throw new Error(`n8n knows no execution ${id}`);
		return found;
	};
	return {
		listExecutions: list,
		listAllExecutions: listAll,
		readExecution: read,
		countBytes: async (id) =>
			Buffer.byteLength((await session.call(content, { path: `/executions/${id}` })).data),
		findExecution: find,
		waitForExecution: async (id, states, withinMs = PATIENCE_MS) => {
			const wanted = [states].flat();
			await poll(() => summarize(id), {
				until: ({ status: now }) => wanted.includes(now),
				otherwise: ({ status: now }) => `Execution ${id} is ${now}, not ${wanted.join(' or ')}`,
				withinMs,
			});
			return await read(id);
		},
		waitForExecutions: async (filter, count, withinMs = PATIENCE_MS) =>
			await poll(() => list(filter), {
				until: (found) => found.length >= count,
				otherwise: (found) =>
					`${found.length} executions fit ${JSON.stringify(filter)}, not ${count}`,
				withinMs,
			}),
	};
}

interface Poll<T> {
	until(value: T): boolean;
	/** What to say when it did not come to that in time. */
	otherwise(value: T): string;
	withinMs: number;
}

async function poll<T>(
	look: () => Promise<T>,
	{ until, otherwise, withinMs }: Poll<T>,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const value = await look();
		if (until(value)) return value;
		if (Date.now() > deadline) throw new Error(otherwise(value));
		await sleep(80);
	}
}

/** The items that a node put out on one of its outputs, over all of its runs. */
export function itemsOf(execution: Execution, nodeName: string, output = 0): Item[] {
	const runs = execution.runData[nodeName] ?? [];
	return runs.flatMap((run) => run.data?.main?.[output] ?? []);
}
