import type { INodeExecutionData } from 'n8n-workflow';

/** What leaves by each output. */
export type FixLanes = [
	notify: INodeExecutionData[],
	changed: INodeExecutionData[],
	noAnswer: INodeExecutionData[],
];

/** The names of the outputs, in their order. */
export const FIX_OUTPUTS = ['Notify', 'Changed', 'No Answer'] as const;

/** These items by their outputs, and nothing by the others. */
export const fixLanes = ({
	notify = [],
	changed = [],
	noAnswer = [],
}: Partial<Record<'notify' | 'changed' | 'noAnswer', INodeExecutionData[]>>): FixLanes => [
	notify,
	changed,
	noAnswer,
];
