import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { SlaTimer } from '../../../nodes/SlaTimer/SlaTimer.node';
import { runNode } from '../../support/runWorkflow';
import { openHandoffs } from './openHandoffs';

const MB = 1e6;

/** What one check of many clocks took. */
export interface Swept {
	/** From the call of the node to its answer. */
	nodeMs: number;
	/** The most that the process grew by while the node ran. */
	peakMb: number;
	/** What the node gave back, and keeps for the next time. */
	keptMb: number;
	/** Milestones that were told. */
	told: number;
}

/** The node, weighed while it runs. Its own clock is used: n8n's would count our collections. */
class WeighedTimer extends SlaTimer {
	override async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await weigh(() => SlaTimer.prototype.execute.call(this));
	}
}

let weighed = { nodeMs: 0, peakMb: 0, keptMb: 0 };

async function weigh<Result>(work: () => Promise<Result>): Promise<Result> {
	global.gc?.();
	const before = process.memoryUsage();
	const startedAt = performance.now();
	const result = await work();
	const nodeMs = performance.now() - startedAt;
	const grown = process.memoryUsage().rss - before.rss;
	global.gc?.();
	const kept = process.memoryUsage().heapUsed - before.heapUsed;
	weighed = { nodeMs, peakMb: Math.max(grown, kept) / MB, keptMb: kept / MB };
	return result;
}

/** Checks so many clocks in one execution, as a scheduled sweep does. */
export async function checkAll(count: number, overdue: number): Promise<Swept> {
	const now = Date.parse('2026-03-04T15:00:00Z');
	const at = new Date(now).toISOString();
	const sweep = (handoffs: ReturnType<typeof openHandoffs>) =>
		runNode({
			node: new WeighedTimer(),
			parameters: { operation: 'checkClock', at, options: { onlyNews: true } },
			items: handoffs,
		});
	await sweep(openHandoffs(1, { overdue: 1, now }));
	const { error, output } = await sweep(openHandoffs(count, { overdue, now }));
	if (error) throw new Error(error.message);
	return {
		...weighed,
		told: [0, 1, 2, 3].reduce((sum, index) => sum + output(index).length, 0),
	};
}
