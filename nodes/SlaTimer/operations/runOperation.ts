import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { routeItems } from '../../shared/routeItems';
import { checkClockOf } from './checkClock';
import type { Operation } from './outputs';
import { passTheBallOf } from './passTheBall';
import { startClockOf } from './startClock';
import { stopClockOf } from './stopClock';

type Run = (context: IExecuteFunctions) => INodeExecutionData[][];

/**
 * What each operation does with every item. Its outputs are in the order in which they are drawn;
 * the closed one is where somebody looks, as an item that failed may hide an overdue handoff.
 */
const RUNS: Record<Operation, Run> = {
	checkClock: (context) =>
		routeItems(
			context,
			{ outputs: ['onTrack', 'atRisk', 'breached', 'stopped'], closed: 'atRisk' },
			(item, itemIndex) => checkClockOf(context, item, itemIndex),
		),
	passTheBall: (context) =>
		routeItems(context, { outputs: ['passed'], closed: 'passed' }, (item, itemIndex) =>
			passTheBallOf(context, item, itemIndex),
		),
	startClock: (context) =>
		routeItems(context, { outputs: ['started'], closed: 'started' }, (item, itemIndex) =>
			startClockOf(context, item, itemIndex),
		),
	stopClock: (context) =>
		routeItems(context, { outputs: ['met', 'breached'], closed: 'breached' }, (item, itemIndex) =>
			stopClockOf(context, item, itemIndex),
		),
};

export const runOperation = (
	context: IExecuteFunctions,
	operation: Operation,
): INodeExecutionData[][] => RUNS[operation](context);
