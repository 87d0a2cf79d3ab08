import { OFFICE_HOURS, OTHER_REASON, WITHIN_A_DAY, type StarterPolicy } from './starter';

/** A finished project that becomes an account, from a project tool. */
export const deliveryToAccountManagement: StarterPolicy = {
	id: 'delivery-to-account-management',
	name: 'Delivery to account management',
	version: '1',
	record: { type: 'project', id: 'id', title: 'name', url: 'url' },
	sender: { team: 'Delivery', name: 'owner.name', email: 'owner.email' },
	receiver: {
		team: 'Account management',
		people: [{ name: 'Account management lead', email: 'accounts@example.com' }],
	},
	requirements: [
		{
			id: 'sign-off',
			label: 'Sign-off by the client',
			field: 'signed_off_by',
			check: { kind: 'email' },
			howToFix: 'Ask the client to sign off, and enter the address of who did.',
		},
		{
			id: 'finished',
			label: 'Finished on',
			field: 'finished_on',
			check: { kind: 'date', before: { days: 0 } },
			howToFix: 'Enter the day on which the last task was done.',
		},
		{
			id: 'open-tasks',
			label: 'Open tasks',
			field: 'open_tasks',
			check: { kind: 'number', max: 0 },
			howToFix: 'Finish the open tasks, or move them to a project of their own.',
		},
		{
			id: 'results',
			label: 'Results',
			field: 'results',
			check: { kind: 'text', minLength: 20 },
			howToFix: 'Write what was reached, in numbers where there are some.',
		},
		{
			id: 'satisfaction',
			label: 'Satisfaction',
			field: 'satisfaction',
			check: { kind: 'number', min: 0, max: 10, integer: true },
			howToFix: 'Ask the client how likely they would recommend us, from 0 to 10.',
		},
		{
			id: 'rescue',
			label: 'Plan for an unhappy client',
			field: 'rescue_plan',
			check: { kind: 'text', minLength: 20 },
			when: { field: 'satisfaction', atMost: 6 },
			howToFix: 'Write what went wrong and what was agreed to make it good.',
		},
		{
			id: 'renewal',
			label: 'Renewal date',
			field: 'renewal_on',
			check: { kind: 'date', after: { field: 'finished_on' } },
			fixer: 'Finance',
			howToFix: 'Enter when the contract ends or renews.',
		},
		{
			id: 'next',
			label: 'What could come next',
			field: 'opportunities',
			check: { kind: 'present' },
			severity: 'warning',
			howToFix: 'Note what the client asked for that was out of scope.',
		},
	],
	fixers: { Finance: { name: 'Finance desk', email: 'finance@example.com' } },
	waivers: {
		allowed: ['satisfaction'],
		maxDays: 30,
		approvers: [{ name: 'Head of account management', email: 'head-of-accounts@example.com' }],
	},
	packet: [
		{ label: 'Results', field: 'results' },
		{ label: 'Satisfaction', field: 'satisfaction' },
		{ label: 'Signed off by', field: 'signed_off_by' },
		{ label: 'Renewal', field: 'renewal_on' },
		{ label: 'What could come next', field: 'opportunities' },
	],
	acceptance: {
		checklist: [
			{ id: 'met', label: 'We have met the client, or a date is set', required: true },
			{ id: 'renewal-noted', label: 'The renewal is in our calendar', required: true },
		],
		correctable: ['signed_off_by', 'renewal_on'],
		returnReasons: [
			{ code: 'open-work', label: 'There is work that is not finished', needsNote: true },
			{ code: 'no-sign-off', label: 'The client has not signed off', needsNote: false },
			{ code: 'results', label: 'The results cannot be shown to the client', needsNote: true },
			OTHER_REASON,
		],
	},
	sla: WITHIN_A_DAY,
	calendars: { sender: OFFICE_HOURS, receiver: OFFICE_HOURS },
};
