import type { Handoff } from '../../nodes/domain/handoff/envelope';

/** A handoff as Readiness Gate opens it on a Monday morning, ready and not asked about yet. */
export const readyHandoff = (different: Partial<Handoff> = {}): Handoff => ({
	schema: 1,
	id: '0123456789abcdef0123456789abcdef',
	attempt: 1,
	record: {
		system: 'hubspot',
		type: 'deal',
		id: '4711',
		title: 'Website for Acme',
		url: 'https://crm.example/deals/4711',
	},
	sender: { team: 'Sales', name: 'Sam Seller', email: 'sam@example.com' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana Delivery', email: 'dana@example.com' }] },
	policy: {
		id: 'sales-to-delivery',
		name: 'Sales to delivery',
		version: '1',
		digest: 'd'.repeat(64),
	},
	ballWith: 'receiver',
	turns: [{ with: 'receiver', from: '2026-03-02T09:00:00.000Z' }],
	verdict: {
		ready: true,
		mode: 'enforce',
		score: 100,
		findings: [],
		waivers: [],
		proposals: [],
		refusedWaivers: [],
		digest: 'e'.repeat(64),
		evaluatedAt: '2026-03-02T09:00:00.000Z',
	},
	agreed: {
		acceptance: {
			checklist: [{ id: 'capacity', label: 'We have people for it', required: true }],
			returnReasons: [
				{ code: 'goals', label: 'The goals are not clear', needsNote: true },
				{ code: 'date', label: 'The date cannot be kept', needsNote: false },
			],
		},
		sla: { accept: { minutes: 480, milestones: [50, 100], escalateTo: [] } },
		calendars: {},
		packet: [{ label: 'Budget', field: 'amount', value: '12000' }],
		fields: [{ id: 'budget', field: 'amount', label: 'Budget' }],
	},
	...different,
});
