import type { Told } from './story';

/** A row of Airtable: lookups are lists, attachments are objects, what is empty is not there. */
const row = (fields: Record<string, unknown>) => ({
	id: 'recQ7',
	createdTime: '2026-02-20T08:15:00.000Z',
	fields: {
		Customer: 'Quay Ltd',
		Plan: 'Enterprise',
		'Contract value': 36_000,
		'Seats sold': 80,
		'Seats in contract': [80],
		'Admin e-mail': ['ada@quay.example'],
		'Use case': 'Replaces three spreadsheets in which the port plans its berths.',
		Integrations: ['SSO', 'Slack'],
		'Identity provider': 'Okta',
		Files: [{ id: 'att1', filename: 'Order form signed.pdf', size: 9_120 }],
		'Health checked': '2026-02-27T16:00:00.000Z',
		Health: 'Green',
		'Go live by': '2026-04-30',
		'Account executive': { id: 'usr1', name: 'Noor', email: 'noor@soft.example' },
		...fields,
	},
});

const without = (...names: string[]) =>
	row(Object.fromEntries(names.map((name) => [name, undefined])));

/** A software company in London: sales closes in Airtable, onboarding brings customers to work. */
export const SOFTWARE_ONBOARDING: Told = {
	zone: 'Europe/London',
	policy: {
		id: 'customer-to-onboarding',
		record: { system: 'airtable', type: 'customer', id: 'id', title: 'fields.Customer' },
		sender: {
			team: 'Sales',
			name: 'fields["Account executive"].name',
			email: 'fields["Account executive"].email',
		},
		receiver: { team: 'Onboarding', people: [{ name: 'Bo', email: 'bo@soft.example' }] },
		requirements: [
			{
				id: 'plan',
				label: 'Plan',
				field: 'fields.Plan',
				check: { kind: 'oneOf', values: ['Starter', 'Team', 'Enterprise'] },
			},
			{
				id: 'order-form',
				label: 'Signed order form',
				field: 'fields.Files',
				check: {
					kind: 'list',
					any: { field: 'filename', check: { kind: 'text', contains: 'signed' } },
				},
			},
			{
				id: 'seats',
				label: 'Seats',
				field: 'fields["Seats sold"]',
				check: { kind: 'agrees' },
			},
			{
				id: 'admin',
				label: 'Administrator at the customer',
				field: 'fields["Admin e-mail"]',
				check: { kind: 'email' },
			},
			{
				id: 'identity-provider',
				label: 'Identity provider',
				field: 'fields["Identity provider"]',
				check: { kind: 'oneOf', values: ['Okta', 'Entra ID', 'Google'] },
				when: { field: 'fields.Integrations', hasEntry: 'SSO' },
				fixer: 'Solutions',
			},
			{
				id: 'use-case',
				label: 'Use case',
				field: 'fields["Use case"]',
				check: { kind: 'text', minLength: 30 },
			},
			{
				id: 'go-live',
				label: 'Go live by',
				field: 'fields["Go live by"]',
				check: { kind: 'date', after: { days: 14 }, before: { days: 180 } },
				when: { not: { field: 'fields.Plan', equals: 'Starter' } },
			},
			{
				id: 'health',
				label: 'Health of the deal',
				field: 'fields.Health',
				check: { kind: 'fresh', changedField: 'fields["Health checked"]', withinDays: 7 },
				severity: 'warning',
			},
		],
		fixers: { Solutions: { email: 'solutions@soft.example' } },
		sources: {
			'fields["Seats sold"]': {
				systemOfRecord: 'contract',
				values: { contract: 'fields["Seats in contract"]', airtable: 'fields["Seats sold"]' },
				compareAs: 'number',
			},
		},
		calendars: {
			receiver: { timezone: 'Europe/London', weekly: { mon: [['09:00', '17:00']] } },
		},
	},
	stories: [
		{
			told: 'Mon 2 Mar 10:00: Noor hands over Quay, complete. Onboarding is asked to take it over.',
			record: row({}),
			outcome: {},
		},
		{
			told: 'Mon 2 Mar 10:30: Noor attached the order form, but not the signed one. Noor is asked for it.',
			record: row({ Files: [{ id: 'att2', filename: 'Order form.pdf', size: 8_011 }] }),
			outcome: { sender: ['Signed order form'] },
		},
		{
			told: 'Mon 2 Mar 11:00: Kit attached nothing at all. Airtable leaves the field out, and Kit is asked for the form.',
			record: without('Files'),
			outcome: { sender: ['Signed order form'] },
		},
		{
			told: 'Tue 3 Mar 09:00: Kit sold 80 seats and the contract says 60. Kit is asked which is true.',
			record: row({ 'Seats in contract': [60] }),
			outcome: { sender: ['Seats'] },
		},
		{
			told: 'Tue 3 Mar 09:30: Kit sells single sign-on and nobody knows with what. Solutions is asked.',
			record: without('Identity provider'),
			outcome: { Solutions: ['Identity provider'] },
		},
		{
			told: 'Tue 3 Mar 10:00: without single sign-on nobody needs to know. Onboarding is asked to take it over.',
			record: row({ Integrations: ['Slack'], 'Identity provider': undefined }),
			outcome: {},
		},
		{
			told: 'Wed 4 Mar 15:00: Noor wants to go live on Tue 17 Mar, in 13 days. Two weeks are agreed, and Noor is asked for another day.',
			record: row({ 'Go live by': '2026-03-17' }),
			outcome: { sender: ['Go live by'] },
		},
		{
			told: 'Wed 4 Mar 15:10: the same on the Starter plan, which goes live by itself. Nobody is asked for anything.',
			record: row({ Plan: 'Starter', 'Go live by': undefined }),
			outcome: {},
		},
		{
			told: 'Mon 9 Mar 09:00: nobody has looked at the health of the deal for ten days. It goes on, and Noor hears of it.',
			record: row({}),
			outcome: { 'good to have': ['Health of the deal'] },
		},
		{
			told: 'Mon 9 Mar 12:00: Kit hands over a row that is nearly empty. Everything is asked for at once.',
			record: { id: 'recZ1', fields: { Customer: 'Zinc', Integrations: ['SSO'] } },
			outcome: {
				sender: [
					'Plan',
					'Signed order form',
					'Seats',
					'Administrator at the customer',
					'Use case',
					'Go live by',
				],
				Solutions: ['Identity provider'],
				'good to have': ['Health of the deal'],
			},
		},
	],
};
