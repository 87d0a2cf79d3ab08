import type { Told } from './story';

const MON_9_MARCH = String(Date.UTC(2026, 2, 9));

/** A deal as a search of HubSpot gives it: every value is a text. */
const deal = (properties: Record<string, string | null>) => ({
	id: '18204',
	properties: {
		dealname: 'Harbour relaunch',
		dealstage: 'closedwon',
		amount: '24000',
		deal_currency_code: 'USD',
		contract_type: 'project',
		monthly_hours: '',
		services: 'SEO;Paid Ads',
		ad_account_access: 'true',
		offer_link: 'https://app.pandadoc.com/a/#/documents/X7',
		kickoff_date: MON_9_MARCH,
		goals: '<p>Half of the calls about opening hours are gone.</p>',
		client_email: 'dana@harbour.example',
		brand_folder: 'https://drive.example/harbour',
		owner_name: 'Sam',
		owner_email: 'sam@agency.example',
		...properties,
	},
});

/** A marketing agency in New York: sales closes deals in HubSpot, delivery does the work. */
export const MARKETING_AGENCY: Told = {
	zone: 'America/New_York',
	policy: {
		id: 'deal-to-delivery',
		name: 'Won deal to delivery',
		record: {
			system: 'hubspot',
			type: 'deal',
			id: 'id',
			title: 'properties.dealname',
			url: 'https://app.hubspot.com/contacts/62515/record/0-3/{{id}}',
		},
		sender: { team: 'Sales', name: 'properties.owner_name', email: 'properties.owner_email' },
		receiver: {
			team: 'Delivery',
			people: [{ name: 'Dee', email: 'dee@agency.example' }],
		},
		handOver: { when: { field: 'properties.dealstage', equals: 'closedwon' } },
		requirements: [
			{
				id: 'offer',
				label: 'Signed offer',
				field: 'properties.offer_link',
				check: { kind: 'url', hosts: ['pandadoc.com'] },
				howToFix: 'Paste the link of the signed document in PandaDoc.',
			},
			{
				id: 'budget',
				label: 'Budget',
				field: 'properties.amount',
				check: {
					kind: 'money',
					min: 1000,
					currencies: ['USD', 'CAD'],
					currencyField: 'properties.deal_currency_code',
				},
			},
			{
				id: 'hours',
				label: 'Hours a month',
				field: 'properties.monthly_hours',
				check: { kind: 'number', min: 5, integer: true },
				when: { field: 'properties.contract_type', equals: 'retainer' },
			},
			{
				id: 'services',
				label: 'Services',
				field: 'properties.services',
				check: {
					kind: 'list',
					min: 1,
					each: { check: { kind: 'oneOf', values: ['SEO', 'Paid Ads', 'Social', 'Website'] } },
				},
			},
			{
				id: 'ad-access',
				label: 'Access to the ad accounts',
				field: 'properties.ad_account_access',
				check: { kind: 'boolean', is: true, emptyIsNo: true },
				when: { field: 'properties.services', hasEntry: 'Paid Ads' },
				fixer: 'Media desk',
			},
			{
				id: 'kick-off',
				label: 'Kick-off date',
				field: 'properties.kickoff_date',
				check: { kind: 'date', after: { workingDays: 3 } },
			},
			{
				id: 'goals',
				label: 'Goals',
				field: 'properties.goals',
				check: { kind: 'text', minLength: 20 },
			},
			{
				id: 'contact',
				label: 'Contact at the client',
				field: 'properties.client_email',
				check: { kind: 'email' },
			},
			{
				id: 'brand',
				label: 'Brand material',
				field: 'properties.brand_folder',
				check: { kind: 'url' },
				severity: 'warning',
			},
		],
		fixers: { 'Media desk': { email: 'media@agency.example' } },
		waivers: { allowed: ['ad-access'], maxDays: 14, approvers: ['head@agency.example'] },
		sla: { accept: { workingDays: 1, cutOff: '15:00' } },
		calendars: {
			receiver: {
				timezone: 'America/New_York',
				weekly: {
					mon: [['09:00', '17:30']],
					tue: [['09:00', '17:30']],
					wed: [['09:00', '17:30']],
					thu: [['09:00', '17:30']],
					fri: [['09:00', '15:00']],
				},
			},
		},
	},
	stories: [
		{
			told: 'Mon 2 Mar 10:00: Sam hands over the Harbour deal with everything in it. Nobody is asked for anything.',
			record: deal({}),
			outcome: {},
		},
		{
			told: 'Mon 2 Mar 10:05: Sam hands over a deal without a signed offer. Delivery is asked for nothing, Sam is asked for the offer.',
			record: deal({ offer_link: '' }),
			outcome: { sender: ['Signed offer'] },
		},
		{
			told: 'Mon 2 Mar 11:30: Sam pastes the link of the draft in a shared drive. It is no document in PandaDoc, and Sam is asked again.',
			record: deal({ offer_link: 'drive.google.com/file/d/1a' }),
			outcome: { sender: ['Signed offer'] },
		},
		{
			told: 'Tue 3 Mar 09:00: Ines closes a retainer and forgets the hours. Only a retainer needs them.',
			record: deal({ contract_type: 'Retainer' }),
			outcome: { sender: ['Hours a month'] },
		},
		{
			told: 'Tue 3 Mar 09:20: Ines sells ads; nobody has access to the accounts. The media desk is asked, not Ines.',
			record: deal({ ad_account_access: '' }),
			outcome: { 'Media desk': ['Access to the ad accounts'] },
		},
		{
			told: 'Tue 3 Mar 14:00: the head of delivery lets that deal go without access until Tue 10 Mar. Nobody is asked for anything.',
			record: deal({ ad_account_access: 'false' }),
			waivers: [
				{
					requirementId: 'ad-access',
					reason: 'Their admin is back on Monday, and the first week is research.',
					approvedBy: 'head@agency.example',
					expiresAt: '2026-03-10',
				},
			],
			outcome: {},
		},
		{
			told: 'Wed 4 Mar 16:00: Sam wants to start on Mon 9 Mar. Thursday, Friday, Monday: three working days, so it is in time.',
			record: deal({ services: 'SEO', ad_account_access: null }),
			outcome: {},
		},
		{
			told: 'Wed 4 Mar 22:00: the same at night, already Thursday in UTC. It is still Wednesday for delivery, and in time.',
			record: deal({}),
			outcome: {},
		},
		{
			told: 'Thu 5 Mar 09:00: Sam still wants to start on Mon 9 Mar, in euros, for “Branding”. Three points go back to Sam, the folder is only mentioned.',
			record: deal({ deal_currency_code: 'EUR', services: 'SEO;Branding', brand_folder: 'tbd' }),
			outcome: {
				sender: ['Budget', 'Services', 'Kick-off date'],
				'good to have': ['Brand material'],
			},
		},
		{
			told: 'Fri 6 Mar 10:00: Ines moves a deal back to negotiation. It is not asked about at all.',
			record: deal({ dealstage: 'contractsent', goals: '' }),
			outcome: 'not to be handed over',
		},
	],
};
