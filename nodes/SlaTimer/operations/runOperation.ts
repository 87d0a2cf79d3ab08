import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { routeItems } from '../../shared/routeItems';
import { readSealKey } from '../../shared/sealKeys';
import { readOperation } from '../parameters';
import { steadyParameters, type SteadyParameters } from '../steadyParameters';
import { checkClocksOf } from './checkClock';
import type { Operation } from './outputs';
import { passTheBallOf } from './passTheBall';
import { startClockOf } from './startClock';
import { stopClockOf } from './stopClock';

type Run = (
	context: IExecuteFunctions,
	parameters: SteadyParameters,
	/** Seals the row of each step; undefined when rows are not sealed. */
	key: string | undefined,
) => INodeExecutionData[][];

/**
 * What each operation does with every item. Its outputs are in the order in which they are drawn;
 * the closed one is where somebody looks, as an item that failed may hide an overdue handoff.
 */
const RUNS: Record<Operation, Run> = {
	checkClock: (context, parameters, key) =>
		routeItems(
			context,
			{ outputs: ['onTrack', 'atRisk', 'breached', 'stopped'], closed: 'atRisk' },
			checkClocksOf(parameters, key),
		),
	passTheBall: (context, parameters, key) =>
		routeItems(context, { outputs: ['passed'], closed: 'passed' }, (item, itemIndex) =>
			passTheBallOf({ parameters, key }, item, itemIndex),
		),
	startClock: (context, parameters, key) =>
		routeItems(context, { outputs: ['started'], closed: 'started' }, (item, itemIndex) =>
			startClockOf({ parameters, key }, item, itemIndex),
		),
	stopClock: (context, parameters, key) =>
		routeItems(context, { outputs: ['met', 'breached'], closed: 'breached' }, (item, itemIndex) =>
			stopClockOf({ parameters, key }, item, itemIndex),
		),
};

export async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const parameters = steadyParameters(context);
	const key = await readSealKey(context);
	return RUNS[readOperation(parameters)](context, parameters, key);
}
