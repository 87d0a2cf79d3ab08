import { pathIn, type Crm } from './crms';
import { OFFICE_HOURS, WITHIN_A_DAY, type StarterPolicy } from './starter';

const HOURS = { ...OFFICE_HOURS, holidays: ['2026-12-25'] };

/** Who hears what is late, and grants exceptions. */
export const HEAD = { name: 'Head of delivery', email: 'head-of-delivery@example.com' };

/** A won deal, over the fields of a CRM: what sales and delivery agree that “ready” means. */
export function salesToDelivery(crm: Crm): StarterPolicy {
	const at = (name: string) => pathIn(crm, name);
	return {
		id: 'sales-to-delivery',
		name: 'Sales to delivery',
		version: '1',
		record: {
			system: crm.system,
			type: 'deal',
			id: at('id'),
			title: at('dealName'),
			url: crm.url,
			...(crm.paths.closeDate !== undefined && { closedAt: crm.paths.closeDate }),
		},
		sender: { team: 'Sales', name: at('ownerName'), email: at('ownerEmail') },
		receiver: {
			team: 'Delivery',
			people: [{ name: 'Delivery lead', email: 'delivery@example.com' }],
		},
		requirements: [
			{
				id: 'budget',
				label: 'Budget',
				field: at('amount'),
				check: { kind: 'number', min: 1 },
				howToFix: 'Enter the amount of the signed offer.',
				fixUrl: '{{url}}',
			},
			{
				id: 'goals',
				label: 'Goals of the client',
				field: at('handoff_goals'),
				check: { kind: 'text', minLength: 20 },
				howToFix: 'Write what the client wants to achieve, in the words of the client.',
				fixUrl: '{{url}}',
			},
			{
				id: 'scope',
				label: 'Scope',
				field: at('handoff_scope'),
				check: { kind: 'text', minLength: 20 },
				howToFix: 'List what is in the offer, and what was said about what is not.',
				fixUrl: '{{url}}',
			},
			{
				id: 'service',
				label: 'Service',
				field: at('handoff_service'),
				check: { kind: 'oneOf', values: ['project', 'retainer'] },
				howToFix: 'Choose project or retainer.',
				fixUrl: '{{url}}',
			},
			{
				id: 'billing-day',
				label: 'Billing day',
				field: at('handoff_billing_day'),
				check: { kind: 'number', min: 1, max: 28, integer: true },
				when: { field: at('handoff_service'), equals: 'retainer' },
				fixer: 'Finance',
				howToFix: 'Agree with the client on which day of the month the retainer is billed.',
				fixUrl: '{{url}}',
			},
			{
				id: 'kick-off',
				label: 'Kick-off date',
				field: at('handoff_kickoff_date'),
				check: { kind: 'date', after: { days: 1 } },
				howToFix: 'Agree on a kick-off that is at least one day ahead.',
				fixUrl: '{{url}}',
			},
			{
				id: 'client-contact',
				label: 'Contact at the client',
				field: at('handoff_client_email'),
				check: { kind: 'email' },
				howToFix: 'Enter the address of the person who leads the project at the client.',
				fixUrl: '{{url}}',
			},
			{
				id: 'background',
				label: 'Background',
				field: at('description'),
				check: { kind: 'present' },
				severity: 'warning',
				howToFix: 'A few lines on how the deal came about save delivery a call.',
				fixUrl: '{{url}}',
			},
		],
		fixers: { Finance: { name: 'Finance desk', email: 'finance@example.com' } },
		waivers: { allowed: ['kick-off'], maxDays: 14, approvers: [HEAD] },
		packet: [
			{ label: 'Budget', field: at('amount'), as: 'money' },
			{ label: 'Service', field: at('handoff_service') },
			{ label: 'Goals', field: at('handoff_goals') },
			{ label: 'Scope', field: at('handoff_scope') },
			{ label: 'Kick-off', field: at('handoff_kickoff_date') },
			{ label: 'Contact at the client', field: at('handoff_client_email') },
			{ label: 'Background', field: at('description') },
			{ label: 'Sold by', field: at('ownerName') },
		],
		acceptance: {
			checklist: [
				{
					id: 'goals-clear',
					label: 'We know what the client wants to achieve',
					required: true,
				},
				{ id: 'capacity', label: 'We have people for the kick-off date', required: true },
			],
			correctable: [at('handoff_kickoff_date'), at('handoff_client_email')],
			returnReasons: [
				{ code: 'goals', label: 'The goals are not clear', needsNote: true },
				{ code: 'scope', label: 'The scope does not fit the budget', needsNote: true },
				{ code: 'date', label: 'The kick-off date cannot be kept', needsNote: false },
				{ code: 'contact', label: 'Nobody at the client can be reached', needsNote: false },
				{ code: 'other', label: 'Something else', needsNote: true },
			],
		},
		sla: {
			...WITHIN_A_DAY,
			accept: {
				...WITHIN_A_DAY.accept,
				escalateTo: [HEAD],
			},
		},
		calendars: { receiver: HOURS, sender: HOURS },
	};
}
