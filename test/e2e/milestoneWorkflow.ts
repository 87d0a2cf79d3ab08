import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { itemsOf, type Execution } from '../harness/executions';
import type { WorkflowJson } from '../harness/workflows';
import { code, webhook, type NodeJson } from './lineWorkflow';

const timer = (name: string, parameters: Record<string, unknown>): NodeJson => ({
	name,
	type: 'n8n-nodes-handoff.slaTimer',
	typeVersion: 1,
	parameters,
});

/** Start, then look, tell what is new, wait until the next milestone, and look again. */
export function waitForMilestones(path: string, handoff: Handoff): WorkflowJson {
	const nodes: NodeJson[] = [
		webhook(path),
		code('Handoff', `return [{ json: { handoff: ${JSON.stringify(handoff)} } }];`),
		timer('Start clock', { operation: 'startClock' }),
		timer('Check', { operation: 'checkClock' }),
		code('At risk', 'return $input.all();'),
		{
			name: 'Last of them',
			type: 'n8n-nodes-base.limit',
			typeVersion: 1,
			parameters: { maxItems: 1, keep: 'lastItems' },
		},
		{
			name: 'Wait',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			webhookId: `wait-${path}`,
			parameters: { resume: 'specificTime', dateTime: '={{ $json.handoff.clock.nextAt }}' },
		},
		timer('Stop', { operation: 'stopClock' }),
		code('Late', 'return $input.all();'),
	];
	const to = (...names: string[]) => names.map((node) => ({ node, type: 'main', index: 0 }));
	return {
		name: `Wait for milestones: ${path}`,
		nodes: nodes.map((node, index) => ({ id: `n-${index}`, position: [index * 200, 0], ...node })),
		connections: {
			Start: { main: [to('Handoff')] },
			Handoff: { main: [to('Start clock')] },
			'Start clock': { main: [to('Check')] },
			Check: { main: [to('Last of them'), to('At risk'), to('Stop'), []] },
			'At risk': { main: [to('Last of them')] },
			'Last of them': { main: [to('Wait')] },
			Wait: { main: [to('Check')] },
			Stop: { main: [[], to('Late')] },
		},
	};
}

/** A handoff whose receiver may take so many minutes of these weekly hours in Berlin. */
export const handoffWith = (minutes: number, weekly: Record<string, string[][]>) =>
	handoffSchema.parse({
		schema: 1,
		id: 'a'.repeat(32),
		attempt: 1,
		record: { system: 'crm', type: 'deal', id: 'D-7', title: 'Acme roll-out', url: '' },
		sender: { team: 'Sales' },
		receiver: { team: 'Delivery', people: [{ name: 'Robin', email: 'robin@delivery.example' }] },
		policy: { id: 'kick-off', name: 'Kick-off', version: '1', digest: 'd' },
		ballWith: 'receiver',
		turns: [],
		agreed: {
			acceptance: {},
			sla: { accept: { minutes, milestones: [50, 100] } },
			calendars: { receiver: { timezone: 'Europe/Berlin', weekly } },
			packet: [],
			fields: [],
		},
	});

/** The handoffs that a node put out, over all of its runs. */
export const handoffsOf = (execution: Execution, node: string, output = 0) =>
	itemsOf(execution, node, output).map(({ json }) => handoffSchema.parse(json.handoff));
