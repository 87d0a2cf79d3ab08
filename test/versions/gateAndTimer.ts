import { handoffSchema } from '../../nodes/domain/handoff/envelope';
import type { RunningN8n } from '../harness/startN8n';
import { webhook, type NodeJson } from '../e2e/lineWorkflow';
import { check } from './check';
import { recordsOf, runOnce } from './runOnce';

const PATH = 'gate-and-timer';
const ALLOWED_MINUTES = 480;

export const POLICY = {
	id: 'sales-to-delivery',
	name: 'Sales to delivery',
	version: '1',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'title' },
	sender: { team: 'Sales', name: 'Sam', email: 'sam@example.com' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@example.com' }] },
	requirements: [
		{ id: 'budget', label: 'Budget', field: 'amount', check: { kind: 'number', min: 1 } },
		{ id: 'start', label: 'Start', field: 'start', check: { kind: 'date' } },
		{ id: 'client', label: 'Client', field: 'client', check: { kind: 'email' } },
	],
	acceptance: { checklist: [], returnReasons: [] },
	sla: { accept: { minutes: ALLOWED_MINUTES, milestones: [50, 100] } },
	calendars: {
		receiver: {
			timezone: 'Europe/Berlin',
			weekly: Object.fromEntries(
				['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
			),
			holidays: ['2026-12-25'],
		},
	},
};

export const COMPLETE = {
	id: 'D-1',
	title: 'Website for Acme',
	amount: 12_000,
	start: '2027-03-01',
	client: 'client@example.com',
};

const ours = (name: string, type: string, parameters: Record<string, unknown>): NodeJson => ({
	name,
	type: `n8n-nodes-handoff.${type}`,
	typeVersion: 1,
	parameters,
});

/** Deals -> Readiness Gate -> (Ready) Start Clock -> Check Clock -> Stop Clock. */
function workflow() {
	const nodes: NodeJson[] = [
		webhook(PATH),
		{
			name: 'Deals',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.deals', options: {} },
		},
		ours('Gate', 'readinessGate', {
			policyFrom: 'json',
			policy: JSON.stringify(POLICY),
			keepLedger: 'nowhere',
		}),
		ours('Start Clock', 'slaTimer', { operation: 'startClock' }),
		ours('Check Clock', 'slaTimer', { operation: 'checkClock' }),
		ours('Stop Clock', 'slaTimer', { operation: 'stopClock' }),
	];
	const names = nodes.map(({ name }) => name);
	return {
		name: PATH,
		nodes: nodes.map((node, index) => ({ id: `v-${index}`, position: [index * 200, 0], ...node })),
		connections: Object.fromEntries(
			names
				.slice(1)
				.map((node, index) => [names[index] ?? '', { main: [[{ node, type: 'main', index: 0 }]] }]),
		),
	};
}

const bodySchemaOf = (record: Record<string, unknown> | undefined) =>
	handoffSchema.parse(record?.handoff);

/** Two deals, one of them with gaps, through Readiness Gate and the clock of SLA Timer. */
export async function runGateAndTimer(n8n: RunningN8n): Promise<{ gate(): void; timer(): void }> {
	const gaps = { ...COMPLETE, id: 'D-2', amount: 'tbd', client: 'nobody' };
	const execution = await runOnce(n8n, workflow(), {
		path: PATH,
		body: { deals: [COMPLETE, gaps] },
	});
	return {
		gate: () => {
			const [ready = [], notReady = []] = [0, 1].map((way) => recordsOf(execution, 'Gate', way));
			check(ready.length === 1 && ready[0]?.id === 'D-1', 'the complete deal is Ready', ready);
			const { verdict } = bodySchemaOf(notReady[0]);
			const open = verdict?.findings.map(({ requirementId }) => requirementId);
			check(open?.join() === 'budget,client', 'both gaps are told', open);
		},
		timer: () => {
			const { clock } = bodySchemaOf(recordsOf(execution, 'Check Clock', 0)[0]);
			check(clock?.state === 'running', 'the clock is On Track', clock);
			const later = Date.parse(clock?.deadline ?? '') - Date.parse(clock?.startedAt ?? '');
			check(later >= ALLOWED_MINUTES * 60_000, 'the deadline is in working hours', clock);
			const [stopped] = [0, 1].flatMap((way) => recordsOf(execution, 'Stop Clock', way));
			check(bodySchemaOf(stopped).clock?.state === 'met', 'the clock is met', stopped);
		},
	};
}
