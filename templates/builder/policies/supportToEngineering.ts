import { OFFICE_HOURS, OTHER_REASON, WITHIN_TWO_HOURS, type StarterPolicy } from './starter';

/**
 * A ticket that support cannot solve, from a help desk.
 *
 * @param at where the ticket has a field of this name
 */
export const supportToEngineeringAt = (at: (field: string) => string): StarterPolicy => ({
	id: 'support-to-engineering',
	name: 'Support to engineering',
	version: '1',
	record: { type: 'ticket', id: 'id', title: at('subject'), url: 'url' },
	sender: { team: 'Support', name: 'owner.name', email: 'owner.email' },
	receiver: {
		team: 'Engineering',
		people: [{ name: 'Engineering lead', email: 'engineering@example.com' }],
	},
	requirements: [
		{
			id: 'severity',
			label: 'Severity',
			field: at('severity'),
			check: { kind: 'oneOf', values: ['S1', 'S2', 'S3', 'S4'] },
			howToFix: 'Choose S1 (all is down) to S4 (cosmetic).',
		},
		{
			id: 'steps',
			label: 'Steps to reproduce',
			field: at('steps_to_reproduce'),
			check: { kind: 'text', minLength: 40 },
			howToFix: 'Write the steps one by one, so that somebody else sees the same.',
		},
		{
			id: 'expected',
			label: 'Expected and seen',
			field: at('expected_behaviour'),
			check: { kind: 'text', minLength: 20 },
			howToFix: 'Write what should happen and what happens instead.',
		},
		{
			id: 'version',
			label: 'Version',
			field: at('product_version'),
			check: {
				kind: 'text',
				pattern: 'v?\\d+\\.\\d+(?:\\.\\d+)?',
				patternLabel: 'like 4.12 or 4.12.1',
			},
			howToFix: 'Enter the version that the customer runs.',
		},
		{
			id: 'tenant',
			label: 'Account of the customer',
			field: at('account_id'),
			check: { kind: 'present' },
			fixer: 'IT',
			howToFix: 'Enter the id of the account, so that engineering finds the logs.',
		},
		{
			id: 'evidence',
			label: 'Evidence',
			field: 'attachments',
			check: { kind: 'list', min: 1 },
			howToFix: 'Attach a log, a recording or a screenshot, without personal data.',
		},
		{
			id: 'impact',
			label: 'Impact',
			field: at('affected_users'),
			check: { kind: 'number', min: 1, integer: true },
			when: { field: at('severity'), oneOf: ['S1', 'S2'] },
			howToFix: 'Enter how many users cannot work, counted or estimated.',
		},
		{
			id: 'reply-due',
			label: 'Customer knows when we reply',
			field: at('next_reply_at'),
			check: { kind: 'date', after: { days: 0 } },
			severity: 'warning',
			howToFix: 'Tell the customer when they hear from us, and enter that date.',
		},
	],
	fixers: { IT: { name: 'IT desk', email: 'it@example.com' } },
	waivers: {
		allowed: ['evidence'],
		maxDays: 3,
		approvers: [{ name: 'Head of engineering', email: 'head-of-engineering@example.com' }],
	},
	packet: [
		{ label: 'Severity', field: at('severity') },
		{ label: 'Steps', field: at('steps_to_reproduce') },
		{ label: 'Expected', field: at('expected_behaviour') },
		{ label: 'Version', field: at('product_version') },
		{ label: 'Account', field: at('account_id') },
		{ label: 'Affected users', field: at('affected_users') },
	],
	acceptance: {
		checklist: [
			{ id: 'reproduced', label: 'We see the same, or know what to log', required: true },
		],
		correctable: [at('severity'), at('product_version')],
		returnReasons: [
			{ code: 'not-reproducible', label: 'The steps do not lead there', needsNote: true },
			{ code: 'not-a-bug', label: 'It works as designed', needsNote: true },
			{ code: 'duplicate', label: 'It is known already', needsNote: true },
			{ code: 'evidence', label: 'Evidence is missing', needsNote: false },
			OTHER_REASON,
		],
	},
	sla: WITHIN_TWO_HOURS,
	calendars: { sender: OFFICE_HOURS, receiver: OFFICE_HOURS },
});

/** The same over a ticket that has its fields at hand. */
export const supportToEngineering = supportToEngineeringAt((field) => field);
