import { OFFICE_HOURS, OTHER_REASON, WITHIN_A_DAY, type StarterPolicy } from './starter';

/** A client that is set up and whose project begins, from an onboarding form or board. */
export const onboardingToDelivery: StarterPolicy = {
	id: 'onboarding-to-delivery',
	name: 'Onboarding to delivery',
	version: '1',
	record: { type: 'onboarding', id: 'id', title: 'client', url: 'url' },
	sender: { team: 'Onboarding', name: 'owner.name', email: 'owner.email' },
	receiver: {
		team: 'Delivery',
		people: [{ name: 'Delivery lead', email: 'delivery@example.com' }],
	},
	requirements: [
		{
			id: 'kick-off-held',
			label: 'Kick-off held',
			field: 'kickoff_held_on',
			check: { kind: 'date', before: { days: 0 } },
			howToFix: 'Hold the kick-off first, and enter its date.',
		},
		{
			id: 'access',
			label: 'Access for delivery',
			field: 'access_granted',
			check: { kind: 'boolean', is: true },
			fixer: 'IT',
			howToFix: 'Have the client open the accounts that delivery works in, and try them.',
		},
		{
			id: 'stakeholders',
			label: 'People at the client',
			field: 'stakeholders',
			check: { kind: 'list', min: 2, each: { field: 'email', check: { kind: 'email' } } },
			howToFix:
				'Enter at least two people with their addresses: who decides, and who works with us.',
		},
		{
			id: 'success',
			label: 'What success is',
			field: 'success_criteria',
			check: { kind: 'text', minLength: 20 },
			howToFix: 'Write how the client will tell that the project was worth it.',
		},
		{
			id: 'brief',
			label: 'Brief',
			field: 'brief_url',
			check: { kind: 'url' },
			howToFix: 'Link the brief that the client has confirmed.',
		},
		{
			id: 'first-milestone',
			label: 'First milestone',
			field: 'first_milestone_on',
			check: { kind: 'date', after: { days: 5 } },
			howToFix: 'Agree on a first milestone that is at least five days ahead.',
		},
		{
			id: 'data',
			label: 'Data to move',
			field: 'data_source',
			check: { kind: 'present' },
			when: { field: 'needs_migration', check: { kind: 'boolean', is: true } },
			howToFix: 'Name the system that the data come from, and who can export them.',
		},
		{
			id: 'risks',
			label: 'Known risks',
			field: 'risks',
			check: { kind: 'present' },
			severity: 'warning',
			howToFix: 'Note what could go wrong; “none known” is an answer too.',
		},
	],
	fixers: { IT: { name: 'IT desk', email: 'it@example.com' } },
	waivers: {
		allowed: ['access'],
		maxDays: 5,
		approvers: [{ name: 'Head of delivery', email: 'head-of-delivery@example.com' }],
	},
	packet: [
		{ label: 'Client', field: 'client' },
		{ label: 'Success', field: 'success_criteria' },
		{ label: 'Brief', field: 'brief_url' },
		{ label: 'First milestone', field: 'first_milestone_on' },
		{ label: 'People', field: 'stakeholders', as: 'list' },
		{ label: 'Risks', field: 'risks' },
	],
	acceptance: {
		checklist: [
			{ id: 'brief-read', label: 'We have read the brief', required: true },
			{ id: 'access-works', label: 'We can log in everywhere', required: true },
		],
		correctable: ['first_milestone_on', 'brief_url'],
		returnReasons: [
			{ code: 'brief', label: 'The brief leaves open what to build', needsNote: true },
			{ code: 'access', label: 'Access is missing', needsNote: true },
			{ code: 'date', label: 'The milestone cannot be kept', needsNote: false },
			OTHER_REASON,
		],
	},
	sla: WITHIN_A_DAY,
	calendars: { sender: OFFICE_HOURS, receiver: OFFICE_HOURS },
};
