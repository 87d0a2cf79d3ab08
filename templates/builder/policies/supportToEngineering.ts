import { OFFICE_HOURS, OTHER_REASON, WITHIN_TWO_HOURS, type StarterPolicy } from './starter';

/** A ticket that support cannot solve, from a help desk. */
export const supportToEngineering: StarterPolicy = {
	id: 'support-to-engineering',
	name: 'Support to engineering',
	version: '1',
	record: { type: 'ticket', id: 'id', title: 'subject', url: 'url' },
	sender: { team: 'Support', name: 'owner.name', email: 'owner.email' },
	receiver: {
		team: 'Engineering',
		people: [{ name: 'Engineering lead', email: 'engineering@example.com' }],
	},
	requirements: [
		{
			id: 'severity',
			label: 'Severity',
			field: 'severity',
			check: { kind: 'oneOf', values: ['S1', 'S2', 'S3', 'S4'] },
			howToFix: 'Choose S1 (all is down) to S4 (cosmetic).',
		},
		{
			id: 'steps',
			label: 'Steps to reproduce',
			field: 'steps_to_reproduce',
			check: { kind: 'text', minLength: 40 },
			howToFix: 'Write the steps one by one, so that somebody else sees the same.',
		},
		{
			id: 'expected',
			label: 'Expected and seen',
			field: 'expected_behaviour',
			check: { kind: 'text', minLength: 20 },
			howToFix: 'Write what should happen and what happens instead.',
		},
		{
			id: 'version',
			label: 'Version',
			field: 'product_version',
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
			field: 'account_id',
			check: { kind: 'present' },
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
			field: 'affected_users',
			check: { kind: 'number', min: 1, integer: true },
			when: { field: 'severity', oneOf: ['S1', 'S2'] },
			howToFix: 'Enter how many users cannot work, counted or estimated.',
		},
		{
			id: 'reply-due',
			label: 'Customer knows when we reply',
			field: 'next_reply_at',
			check: { kind: 'date', after: { days: 0 } },
			severity: 'warning',
			howToFix: 'Tell the customer when they hear from us, and enter that date.',
		},
	],
	waivers: { allowed: ['evidence'], maxDays: 3 },
	packet: [
		{ label: 'Severity', field: 'severity' },
		{ label: 'Steps', field: 'steps_to_reproduce' },
		{ label: 'Expected', field: 'expected_behaviour' },
		{ label: 'Version', field: 'product_version' },
		{ label: 'Account', field: 'account_id' },
		{ label: 'Affected users', field: 'affected_users' },
	],
	acceptance: {
		checklist: [
			{ id: 'reproduced', label: 'We see the same, or know what to log', required: true },
		],
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
};
