import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import type { WorkflowJson } from '../../harness/workflows';
import { acceptWorkflow, DANA, ROBIN } from '../../e2e/acceptFlow';
import { readyHandoff } from '../../support/handoffs';
import type { Recorder } from './recorder';

/**
 * The flows in it: gate and Accept with their ledger in n8n's tables, Accept alone with it, and Accept
 * without one, when all it knows is in its execution.
 */
export const FLOWS = ['gate', 'here', 'nowhere'] as const;
export type Flow = (typeof FLOWS)[number];
/** Records go through the flows in turn, by the last figure of their ids. */
export const flowOf = (id: string): Flow => FLOWS[Number(id.at(-1)) % FLOWS.length] ?? 'gate';
/** The webhook of a flow. */
export const pathOf = (flow: Flow): string => `kills-${flow}`;
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

/** A little over a minute until the first reminder, and all else next week. */
const ACCEPT_SLA = { minutes: FIRST_REMINDER_MS / 600, milestones: [1, 100], escalateTo: [] };

const POLICY = {
	id: 'kills',
	record: { system: 'crm', type: 'deal', id: 'body.deal.id', title: 'body.deal.name' },
	sender: { team: 'Sales', email: 'sam@example.com' },
	receiver: { team: 'Delivery', people: PEOPLE },
	requirements: [
		{ id: 'name', label: 'Name', field: 'body.deal.name', check: { kind: 'present' } },
	],
	acceptance: readyHandoff().agreed.acceptance,
	sla: { accept: ACCEPT_SLA },
};

const GATE = {
	name: 'Readiness Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: { policyFrom: 'json', policy: JSON.stringify(POLICY) },
};

/** Both must accept; every message and every outcome is told to the recorder. */
export function killFlow({ messagesUrl, outcomesUrl }: Recorder, flow: Flow): WorkflowJson {
	const behindGate = { keepLedger: 'here', handoff: '={{ $json.handoff }}' };
	const keeps = flow === 'gate' ? behindGate : { keepLedger: flow };
	const parameters = { acceptedWhen: 'all', ...keeps };
	const asked = acceptWorkflow(pathOf(flow), parameters, tell(messagesUrl));
	return {
		...asked,
		nodes: [
			...asked.nodes,
			{ id: 'gate', position: [100, 200], ...GATE },
			{ id: 'outcome', name: 'Outcome', position: [600, 200], ...tell(outcomesUrl) },
		],
		connections: {
			...asked.connections,
			...(flow === 'gate' && { Start: { main: [to(GATE.name)] } }),
			[GATE.name]: { main: [to('Handoff Accept'), [], to('Outcome')] },
			'Handoff Accept': {
				main: [to('Channel'), to('Outcome'), to('Outcome'), to('Outcome')],
			},
		},
	};
}

/** What is sent to a flow: a deal for the gate, and a handoff for Accept alone. */
export function bodyOf(id: string): { deal: { id: string; name: string }; handoff: Handoff } {
	const handoff = readyHandoff({ id, receiver: { team: 'Delivery', people: PEOPLE } });
	return {
		deal: { id, name: `Deal ${id}` },
		handoff: {
			...handoff,
			record: { ...handoff.record, id },
			agreed: { ...handoff.agreed, sla: { accept: ACCEPT_SLA } },
		},
	};
}
