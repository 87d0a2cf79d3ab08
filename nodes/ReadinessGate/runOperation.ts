import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { backtestPolicy } from './backtestPolicy';
import { checkReadiness } from './checkReadiness';
import { describePolicies } from './describePolicies';
import type { Operation } from './outputs';

type Run = (context: IExecuteFunctions, now: Instant) => Lanes | Promise<Lanes>;
type Lanes = INodeExecutionData[][];

const RUNS: Record<Operation, Run> = {
	backtestPolicy,
	checkReadiness,
	describePolicy: describePolicies,
};

/** Runs the chosen operation on all items, as of one moment. */
export const runOperation = async (
	context: IExecuteFunctions,
	operation: Operation,
	now: Instant,
): Promise<INodeExecutionData[][]> => await RUNS[operation](context, now);
