import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { routeItems } from '../../shared/routeItems';
import { readOperation } from '../parameters';
import { steadyParameters, type SteadyParameters } from '../steadyParameters';
import { checkClocksOf } from './checkClock';
import type { Operation } from './outputs';
import { passTheBallOf } from './passTheBall';
import { startClockOf } from './startClock';
import { stopClockOf } from './stopClock';

type Run = (context: IExecuteFunctions, parameters: SteadyParameters) => INodeExecutionData[][];

/**
 * What each operation does with every item. Its outputs are in the order in which they are drawn;
 * the closed one is where somebody looks, as an item that failed may hide an overdue handoff.
 */
const RUNS: Record<Operation, Run> = {
	checkClock: (context, parameters) =>
		routeItems(
			context,
			{ outputs: ['onTrack', 'atRisk', 'breached', 'stopped'], closed: 'atRisk' },
			checkClocksOf(parameters),
		),
	passTheBall: (context, parameters) =>
		routeItems(context, { outputs: ['passed'], closed: 'passed' }, (item, itemIndex) =>
			passTheBallOf(parameters, item, itemIndex),
		),
	startClock: (context, parameters) =>
		routeItems(context, { outputs: ['started'], closed: 'started' }, (item, itemIndex) =>
			startClockOf(parameters, item, itemIndex),
		),
	stopClock: (context, parameters) =>
		routeItems(context, { outputs: ['met', 'breached'], closed: 'breached' }, (item, itemIndex) =>
			stopClockOf(parameters, item, itemIndex),
		),
};

export function runOperation(context: IExecuteFunctions): INodeExecutionData[][] {
	const parameters = steadyParameters(context);
	return RUNS[readOperation(parameters)](context, parameters);
}
