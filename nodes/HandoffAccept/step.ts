import type { INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';

/** When a step of a request is made, and what seals its ledger row, if rows are sealed. */
export interface Step {
	now: Instant;
	key: string | undefined;
}

/** What leaves by each output. */
export type Lanes = [
	notify: INodeExecutionData[],
	accepted: INodeExecutionData[],
	returned: INodeExecutionData[],
	noDecision: INodeExecutionData[],
];
