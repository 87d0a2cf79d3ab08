import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';

/** What sales and delivery agreed for a won deal, as its builder writes it. */
export const dealPolicyDocument = {
	id: 'sales-to-delivery',
	name: 'Sales to delivery',
	version: '3',
	record: {
		system: 'crm',
		type: 'deal',
		id: 'id',
		title: 'properties.dealname',
		url: 'https://crm.example/deals/{{id}}',
	},
	sender: { team: 'Sales', name: 'owner.name', email: 'owner.email' },
	receiver: { team: 'Delivery', people: [{ name: 'Robin', email: 'robin@delivery.example' }] },
	requirements: [
		{
			id: 'amount',
			label: 'Amount',
			field: 'properties.amount',
			check: { kind: 'number', min: 1 },
			howToFix: 'Enter the amount of the signed offer',
			fixUrl: 'https://crm.example/deals/{{id}}#amount',
		},
		{
			id: 'kickoff',
			label: 'Kick-off date',
			field: 'properties.kickoff',
			check: { kind: 'date', after: { days: 3 } },
		},
		{
			id: 'po',
			label: 'Purchase order',
			field: 'properties.po',
			check: { kind: 'present' },
			when: { field: 'properties.amount', atLeast: 10000 },
		},
		{
			id: 'slack',
			label: 'Customer channel',
			field: 'properties.channel',
			check: { kind: 'text', pattern: '#[a-z-]+' },
			severity: 'warning',
			fixer: 'receiver',
		},
	],
	waivers: { allowed: ['po'], maxDays: 30, approvers: ['head@sales.example'] },
	packet: [{ label: 'Scope', field: 'properties.scope' }],
	acceptance: { checklist: [{ id: 'read', label: 'Read the scope', required: true }] },
};

export const dealPolicy = compilePolicy(parsePolicy(dealPolicyDocument));

/** Mon 2026-03-02 10:00 in UTC. */
export const MONDAY = Date.parse('2026-03-02T10:00:00Z');

/** A deal with nothing left to fix on that Monday. */
export const readyDeal = {
	id: 'D-7',
	owner: { name: 'Sam', email: 'sam@sales.example' },
	properties: {
		dealname: 'Acme roll-out',
		amount: '5000',
		kickoff: '2026-03-09',
		channel: '#acme',
		scope: 'Two sites, one portal',
	},
};

export const dealWith = (properties: Record<string, unknown>) => ({
	...readyDeal,
	properties: { ...readyDeal.properties, ...properties },
});
