import { pathIn, type Crm } from './crms';
import { OFFICE_HOURS, OTHER_REASON, WITHIN_A_DAY, type StarterPolicy } from './starter';

/** A won subscription that is to be set up, over the fields of a CRM. */
export function salesToOnboarding(crm: Crm): StarterPolicy {
	const at = (name: string) => pathIn(crm, name);
	return {
		id: 'sales-to-onboarding',
		name: 'Sales to onboarding',
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
			team: 'Onboarding',
			people: [{ name: 'Onboarding lead', email: 'onboarding@example.com' }],
		},
		requirements: [
			{
				id: 'amount',
				label: 'Amount',
				field: at('amount'),
				check: { kind: 'number', min: 1 },
				howToFix: 'Enter the amount of the signed contract.',
			},
			{
				id: 'contract',
				label: 'Signed contract',
				field: at('handoff_contract_url'),
				check: { kind: 'url' },
				fixer: 'Legal',
				howToFix: 'Paste the link to the signed contract.',
			},
			{
				id: 'plan',
				label: 'Plan',
				field: at('handoff_plan'),
				check: { kind: 'oneOf', values: ['starter', 'team', 'enterprise'] },
				howToFix: 'Choose the plan that the contract names.',
			},
			{
				id: 'goals',
				label: 'Goals of the client',
				field: at('handoff_goals'),
				check: { kind: 'text', minLength: 20 },
				howToFix: 'Write what the client wants to achieve after 90 days, and how it shows.',
			},
			{
				id: 'start-date',
				label: 'Start date',
				field: at('handoff_start_date'),
				check: { kind: 'date', after: { days: 2 } },
				howToFix: 'Agree on a start that leaves onboarding two days to prepare.',
			},
			{
				id: 'admin',
				label: 'Administrator at the client',
				field: at('handoff_admin_email'),
				check: { kind: 'email' },
				howToFix: 'Ask who sets up accounts at the client, and enter the address.',
			},
			{
				id: 'scope',
				label: 'What was promised',
				field: at('handoff_scope'),
				check: { kind: 'text', minLength: 20 },
				when: { field: at('handoff_plan'), equals: 'enterprise' },
				howToFix: 'List what was promised beyond the plan: integrations, data to move, training.',
			},
			{
				id: 'background',
				label: 'Background',
				field: at('description'),
				check: { kind: 'present' },
				severity: 'warning',
				howToFix: 'A few lines on why they bought save the client from telling it twice.',
			},
		],
		fixers: { Legal: { name: 'Legal desk', email: 'legal@example.com' } },
		waivers: {
			allowed: ['contract'],
			maxDays: 7,
			approvers: [{ name: 'Head of onboarding', email: 'head-of-onboarding@example.com' }],
		},
		packet: [
			{ label: 'Plan', field: at('handoff_plan') },
			{ label: 'Amount', field: at('amount'), as: 'money' },
			{ label: 'Goals', field: at('handoff_goals') },
			{ label: 'Promised', field: at('handoff_scope') },
			{ label: 'Start', field: at('handoff_start_date') },
			{ label: 'Administrator', field: at('handoff_admin_email') },
			{ label: 'Contract', field: at('handoff_contract_url') },
			{ label: 'Background', field: at('description') },
		],
		acceptance: {
			checklist: [
				{ id: 'goals-clear', label: 'We know what success is after 90 days', required: true },
				{ id: 'capacity', label: 'Somebody has time from the start date on', required: true },
			],
			correctable: [at('handoff_start_date'), at('handoff_admin_email')],
			returnReasons: [
				{ code: 'goals', label: 'The goals are not clear', needsNote: true },
				{
					code: 'promise',
					label: 'Something was promised that the plan does not hold',
					needsNote: true,
				},
				{ code: 'date', label: 'The start date cannot be kept', needsNote: false },
				{ code: 'admin', label: 'The administrator is the wrong person', needsNote: false },
				OTHER_REASON,
			],
		},
		sla: WITHIN_A_DAY,
		calendars: { sender: OFFICE_HOURS, receiver: OFFICE_HOURS },
	};
}
