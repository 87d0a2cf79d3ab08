const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What sales and delivery of the sample studio agreed; the deadline is one that can be waited for. */
export const SAMPLE_POLICY = {
	id: 'try-out',
	name: 'Sales to delivery, try-out',
	version: '1',
	record: { system: 'try-out', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', name: 'seller.name', email: 'seller.email' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana Delivery', email: 'dana@example.com' }] },
	requirements: [
		{
			id: 'budget',
			label: 'Budget',
			field: 'budget',
			check: { kind: 'number', min: 1 },
			howToFix: 'Enter the amount of the signed offer.',
		},
		{
			id: 'goals',
			label: 'Goals of the client',
			field: 'goals',
			check: { kind: 'text', minLength: 20 },
			howToFix: 'Write what the client wants to achieve, in the words of the client.',
		},
		{
			id: 'kick-off',
			label: 'Kick-off date',
			field: 'kickOff',
			check: { kind: 'date', after: { days: 1 } },
			howToFix: 'Agree on a kick-off that is at least one day ahead.',
		},
	],
	packet: [
		{ label: 'Budget', field: 'budget' },
		{ label: 'Goals', field: 'goals' },
		{ label: 'Kick-off', field: 'kickOff' },
		{ label: 'Sold by', field: 'seller.name' },
	],
	acceptance: {
		checklist: [{ id: 'capacity', label: 'We have people for the kick-off date', required: true }],
		returnReasons: [
			{ code: 'goals', label: 'The goals are not clear', needsNote: true },
			{ code: 'date', label: 'The kick-off date cannot be kept', needsNote: false },
		],
	},
	sla: { accept: { minutes: 3, milestones: [50, 100] } },
	calendars: {
		receiver: {
			timezone: 'UTC',
			weekly: Object.fromEntries(EVERY_DAY.map((day) => [day, [['00:00', '24:00']]])),
		},
	},
};

/**
 * The deal that was sent by the button, whole or with what sellers tend to leave out. After each
 * return the seller has moved the kick-off: what comes back unchanged is no new attempt.
 */
export const SAMPLE_DEAL = Object.entries({
	id: '={{ $json.body.id }}',
	name: 'Website for Halcyon',
	'seller.name': 'Sam Seller',
	'seller.email': 'sam@example.com',
	budget: "={{ $json.body.deal === 'gaps' ? '' : '12000' }}",
	goals: `={{ $json.body.deal === 'gaps' ? 'tbd' : 'Twice as many enquiries through the website by the end of the year.' }}`,
	kickOff: '={{ $now.plus({ days: Number($json.body.days) }).toISODate() }}',
}).map(([name, value]) => ({ name, value }));
