import type { WorkflowJson } from '../harness/workflows';

const to = (node: string) => [{ node, type: 'main', index: 0 }];

const GATE = {
	keepLedger: 'nowhere',
	receivingTeam: 'Delivery',
	receivingPeople: { person: [{ name: 'Dana Delivery', email: 'dana@example.com' }] },
};

const NODES: ReadonlyArray<readonly [name: string, type: string, parameters?: object]> = [
	['Start', 'n8n-nodes-base.manualTrigger'],
	['Readiness Gate', 'n8n-nodes-handoff.readinessGate', GATE],
	['Handoff Accept', 'n8n-nodes-handoff.handoffAccept'],
	['Tell people', 'n8n-nodes-base.noOp'],
	['Accepted here', 'n8n-nodes-base.noOp'],
	['SLA Timer', 'n8n-nodes-handoff.slaTimer'],
	['Handoff Report', 'n8n-nodes-handoff.handoffInsights'],
];

/** A flow as somebody tries it by hand: a pinned record, the nodes as they are when fresh. */
export const acceptanceWalk: WorkflowJson = {
	name: 'A first try',
	nodes: NODES.map(([name, type, parameters = {}], index) => ({
		id: `walk-${index}`,
		name,
		type,
		typeVersion: 1,
		position: [index * 220, index % 2 === 0 ? 0 : 220],
		parameters,
	})),
	connections: {
		Start: { main: [to('Readiness Gate')] },
		'Readiness Gate': { main: [to('Handoff Accept'), to('SLA Timer')] },
		'Handoff Accept': {
			main: [to('Tell people'), to('Accepted here'), to('Handoff Report')],
		},
		'Tell people': { main: [to('Handoff Accept')] },
	},
	pinData: { Start: [{ json: { id: 7, name: 'Website for Acme' } }] },
};
