import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import type { WorkflowJson } from '../../harness/workflows';
import { acceptWorkflow, DANA, ROBIN } from '../../e2e/acceptFlow';
import { readyHandoff } from '../../support/handoffs';
import type { Recorder } from './recorder';

/** Where a flow keeps its ledger: in n8n's tables, or nowhere, and then all it knows is in its execution. */
export const KEEPS = ['here', 'nowhere'] as const;
export type Keeps = (typeof KEEPS)[number];
/** Handoffs go through the flows in turn, by the last figure of their ids. */
export const keepsOf = (id: string): Keeps => (Number(id.at(-1)) % 2 === 0 ? 'here' : 'nowhere');
/** The webhook of a flow. */
export const pathOf = (keepLedger: Keeps): string => `kills-${keepLedger}`;
export const PEOPLE = [DANA, ROBIN];
/** n8n keeps waits to the second from a little over a minute on. */
export const FIRST_REMINDER_MS = 78_000;

const tell = (url: string) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify($json.handoff) }}',
		options: {},
	},
});
const to = (node: string) => [{ node, type: 'main', index: 0 }];

/** Both must accept; every message and every outcome is told to the recorder. */
export function killFlow({ messagesUrl, outcomesUrl }: Recorder, keepLedger: Keeps): WorkflowJson {
	const path = pathOf(keepLedger);
	const asked = acceptWorkflow(path, { acceptedWhen: 'all', keepLedger }, tell(messagesUrl));
	return {
		...asked,
		nodes: [
			...asked.nodes,
			{ id: 'outcome', name: 'Outcome', position: [600, 200], ...tell(outcomesUrl) },
		],
		connections: {
			...asked.connections,
			'Handoff Accept': {
				main: [to('Channel'), to('Outcome'), to('Outcome'), to('Outcome')],
			},
		},
	};
}

/** A handoff whose first reminder is due after a little over a minute, and all else next week. */
export function handoffNumbered(id: string): Handoff {
	const handoff = readyHandoff({ id, receiver: { team: 'Delivery', people: PEOPLE } });
	const minutes = FIRST_REMINDER_MS / 600;
	return {
		...handoff,
		agreed: {
			...handoff.agreed,
			sla: { accept: { minutes, milestones: [1, 100], escalateTo: [] } },
		},
	};
}
