import type { Told } from './story';

/** An opportunity as a query of Salesforce gives it: nested, with nulls. */
const opportunity = (fields: Record<string, unknown>) => ({
	attributes: { type: 'Opportunity', url: '/services/data/v59.0/sobjects/Opportunity/0065e1' },
	Id: '0065e1',
	Name: 'Pier IT support',
	IsWon: true,
	Amount: 54_000,
	CloseDate: '2026-02-27',
	Account: { attributes: { type: 'Account' }, Name: 'Pier GmbH', BillingCountry: 'Germany' },
	Owner: { attributes: { type: 'User' }, Name: 'Ali', Email: 'ali@msp.example' },
	Seats__c: 120,
	Products__c: 'Managed Workplace;Backup',
	ContractSigned__c: true,
	DataAgreement__c: 'https://msp.example/dpa/44',
	GoLive__c: '2026-04-01',
	EmergencyPhone__c: '+49 30 1234567',
	TechnicalContact__r: { attributes: { type: 'Contact' }, Email: 'it@pier.example' },
	Notes__c: null,
	...fields,
});

/** A managed service provider in Berlin: sales signs in Salesforce, operations takes over. */
export const SERVICE_PROVIDER: Told = {
	zone: 'Europe/Berlin',
	policy: {
		id: 'opportunity-to-operations',
		record: { system: 'salesforce', type: 'opportunity', id: 'Id', title: 'Name' },
		sender: { team: 'Sales', name: 'Owner.Name', email: 'Owner.Email' },
		receiver: { team: 'Operations', people: [{ name: 'Olga', email: 'olga@msp.example' }] },
		handOver: { when: { field: 'IsWon', equals: true } },
		placeholders: ['folgt', 'siehe Angebot'],
		requirements: [
			{
				id: 'contract',
				label: 'Signed contract',
				field: 'ContractSigned__c',
				check: { kind: 'boolean', is: true },
			},
			{
				id: 'seats',
				label: 'Seats',
				field: 'Seats__c',
				check: { kind: 'number', min: 1, max: 5000, integer: true },
			},
			{
				id: 'products',
				label: 'Products',
				field: 'Products__c',
				check: {
					kind: 'list',
					any: { check: { kind: 'oneOf', values: ['Managed Workplace', 'Managed Server'] } },
				},
				howToFix: 'At least one of the managed services must be sold.',
			},
			{
				id: 'data-agreement',
				label: 'Data processing agreement',
				field: 'DataAgreement__c',
				check: { kind: 'url', withScheme: true },
				when: {
					all: [
						{ field: 'Products__c', hasEntry: 'Backup' },
						{ field: 'Account.BillingCountry', oneOf: ['Germany', 'Austria', 'France'] },
					],
				},
				fixer: 'Legal',
			},
			{
				id: 'go-live',
				label: 'Go-live',
				field: 'GoLive__c',
				check: { kind: 'date', after: { field: 'CloseDate', workingDays: 10 } },
			},
			{
				id: 'emergency',
				label: 'Emergency number',
				field: 'EmergencyPhone__c',
				check: { kind: 'phone', international: true },
			},
			{
				id: 'technical-contact',
				label: 'Technical contact',
				field: 'TechnicalContact__r.Email',
				check: { kind: 'email' },
			},
			{
				id: 'notes',
				label: 'Notes for the technicians',
				field: 'Notes__c',
				check: { kind: 'present' },
				when: { field: 'Seats__c', atLeast: 250 },
			},
		],
		fixers: { Legal: { name: 'Legal desk', email: 'legal@msp.example' } },
		calendars: {
			receiver: {
				timezone: 'Europe/Berlin',
				weekly: {
					mon: [['08:00', '18:00']],
					tue: [['08:00', '18:00']],
					wed: [['08:00', '18:00']],
					thu: [['08:00', '18:00']],
					fri: [['08:00', '16:00']],
				},
				holidays: [{ date: '2026-03-09', name: 'Day off' }],
			},
		},
	},
	stories: [
		{
			told: 'Mon 2 Mar 09:00: Ali hands over Pier, complete. Operations is asked to take it over.',
			record: opportunity({}),
			outcome: {},
		},
		{
			told: 'Mon 2 Mar 09:30: Ali wins a customer whose contract is not signed yet. Ali is asked for the signature.',
			record: opportunity({ ContractSigned__c: false }),
			outcome: { sender: ['Signed contract'] },
		},
		{
			told: 'Mon 2 Mar 10:00: Mia writes “siehe Angebot” where the number of seats belongs. That is nothing, and Mia is asked for it.',
			record: opportunity({ Seats__c: 'siehe Angebot' }),
			outcome: { sender: ['Seats'] },
		},
		{
			told: 'Tue 3 Mar 08:00: Mia sells backup in Germany without the agreement. Legal is asked, and nobody else.',
			record: opportunity({ DataAgreement__c: null }),
			outcome: { Legal: ['Data processing agreement'] },
		},
		{
			told: 'Tue 3 Mar 08:20: the same for a customer in Norway. The agreement is not asked for.',
			record: opportunity({
				DataAgreement__c: null,
				Account: { Name: 'Fjord AS', BillingCountry: 'Norway' },
			}),
			outcome: {},
		},
		{
			told: 'Tue 3 Mar 11:00: Ali sold only backup. Without a managed service operations has nothing to do, and Ali is asked.',
			record: opportunity({ Products__c: 'Backup' }),
			outcome: { sender: ['Products'] },
		},
		{
			told: 'Wed 4 Mar 09:00: Ali closed on Fri 27 Feb and promised Fri 13 Mar. With Monday off that is the ninth working day: a day too early.',
			record: opportunity({ GoLive__c: '2026-03-13' }),
			outcome: { sender: ['Go-live'] },
		},
		{
			told: 'Wed 4 Mar 09:10: Ali moves it to Mon 16 Mar, the tenth. Nobody is asked for anything.',
			record: opportunity({ GoLive__c: '2026-03-16' }),
			outcome: {},
		},
		{
			told: 'Thu 5 Mar 15:00: Mia hands over 300 seats, a number without its country and no technician. Three points come back at once.',
			record: opportunity({
				Seats__c: 300,
				EmergencyPhone__c: '030 1234567',
				TechnicalContact__r: null,
			}),
			outcome: { sender: ['Emergency number', 'Technical contact', 'Notes for the technicians'] },
		},
		{
			told: 'Fri 6 Mar 15:30: Mia reopens the opportunity. It is not asked about any more.',
			record: opportunity({ IsWon: false, Seats__c: null }),
			outcome: 'not to be handed over',
		},
	],
};
