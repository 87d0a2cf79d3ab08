import type { INodeExecutionData } from 'n8n-workflow';
import type { SignLink } from '../domain/handoff/signedLinks';
import type { Instant } from '../domain/base/instant';

/** When a step of a request is made, what signs its links, and what seals its row, if rows are. */
export interface RunStep {
	now: Instant;
	sign: SignLink;
	key: string | undefined;
}

/** What leaves by each output. */
export type Lanes = [
	notify: INodeExecutionData[],
	accepted: INodeExecutionData[],
	returned: INodeExecutionData[],
	noDecision: INodeExecutionData[],
];

export type Lane = 'notify' | 'accepted' | 'returned' | 'noDecision';

/** These items by one output, and nothing by the others. */
export const lanesOf = (lane: Lane, items: INodeExecutionData[]): Lanes => [
	lane === 'notify' ? items : [],
	lane === 'accepted' ? items : [],
	lane === 'returned' ? items : [],
	lane === 'noDecision' ? items : [],
];
