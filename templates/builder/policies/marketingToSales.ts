import { pathIn, type Crm } from './crms';
import { OFFICE_HOURS, OTHER_REASON, WITHIN_A_DAY, type StarterPolicy } from './starter';

/** A lead that marketing calls qualified, over the fields of a CRM. */
export function marketingToSales(crm: Crm): StarterPolicy {
	const at = (name: string) => pathIn(crm, name);
	return {
		id: 'marketing-to-sales',
		name: 'Marketing to sales',
		version: '1',
		record: { system: crm.system, type: 'lead', id: at('id'), title: at('company'), url: crm.url },
		sender: { team: 'Marketing', name: at('ownerName'), email: at('ownerEmail') },
		receiver: { team: 'Sales', people: [{ name: 'Sales lead', email: 'sales@example.com' }] },
		requirements: [
			{
				id: 'company',
				label: 'Company',
				field: at('company'),
				check: { kind: 'present' },
				howToFix: 'Enter the company; without one, sales cannot tell who else talks to them.',
			},
			{
				id: 'contact-email',
				label: 'E-mail address',
				field: at('contactEmail'),
				check: { kind: 'email' },
				howToFix: 'Enter an address that can be written to.',
			},
			{
				id: 'contact-phone',
				label: 'Phone number',
				field: at('contactPhone'),
				check: { kind: 'phone' },
				severity: 'warning',
				howToFix: 'Add a number if the lead gave one; calls are answered more often than mails.',
			},
			{
				id: 'need',
				label: 'What the lead needs',
				field: at('handoff_pain'),
				check: { kind: 'text', minLength: 20 },
				howToFix: 'Write in a sentence what the lead wants to solve, in the words of the lead.',
			},
			{
				id: 'score',
				label: 'Lead score',
				field: at('score'),
				check: { kind: 'number', min: 50 },
				howToFix: 'Keep the lead in nurturing until it reaches the score that both teams agreed.',
			},
			{
				id: 'consent',
				label: 'Consent to be contacted',
				field: at('handoff_consent'),
				check: { kind: 'boolean', is: true },
				fixer: 'Legal',
				howToFix:
					'Confirm that the lead has consented and note it; sales may not call or write without it.',
			},
			{
				id: 'recent',
				label: 'Recent interest',
				field: at('lastActivity'),
				check: { kind: 'date', after: { days: -30 } },
				howToFix: 'Win the interest again first: the last sign of life is over 30 days old.',
			},
			{
				id: 'source',
				label: 'Source',
				field: at('source'),
				check: { kind: 'present' },
				severity: 'warning',
				howToFix: 'Enter where the lead comes from, so that the first call can begin there.',
			},
		],
		fixers: { Legal: { name: 'Legal desk', email: 'legal@example.com' } },
		waivers: {
			allowed: ['score', 'recent'],
			maxDays: 14,
			approvers: [{ name: 'Head of sales', email: 'head-of-sales@example.com' }],
		},
		packet: [
			{ label: 'Company', field: at('company') },
			{ label: 'Contact', field: at('contactName') },
			{ label: 'E-mail', field: at('contactEmail') },
			{ label: 'Phone', field: at('contactPhone') },
			{ label: 'Need', field: at('handoff_pain') },
			{ label: 'Source', field: at('source') },
		],
		acceptance: {
			checklist: [
				{ id: 'fits', label: 'The company is one that we sell to', required: true },
				{ id: 'next-step', label: 'Somebody calls or writes today', required: true },
			],
			correctable: [at('contactEmail'), at('contactPhone')],
			returnReasons: [
				{ code: 'no-fit', label: 'Not a company that we sell to', needsNote: true },
				{ code: 'no-need', label: 'The need is not clear', needsNote: true },
				{ code: 'unreachable', label: 'The contact cannot be reached', needsNote: false },
				{ code: 'duplicate', label: 'Sales already talks to them', needsNote: false },
				OTHER_REASON,
			],
		},
		sla: WITHIN_A_DAY,
		calendars: { sender: OFFICE_HOURS, receiver: OFFICE_HOURS },
	};
}
