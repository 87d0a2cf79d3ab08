import type { Standins } from '../standins/standins';

/** The made-up studio of the demo: who sells, who delivers, and what they sell. */

export const SELLER = { id: '77', email: 'sam@example.com', firstName: 'Sam', lastName: 'Seller' };
export const RECEIVER = { name: 'Dana Delivery', email: 'dana@example.com' };
export const SECOND_RECEIVER = { name: 'Robin Delivery', email: 'robin@example.com' };
export const HEAD = { name: 'Hedda Head', email: 'hedda@example.com' };

const slackPerson = (id: string, name: string, email: string) => ({
	id,
	name: name.toLowerCase().replace(' ', '.'),
	realName: name,
	email,
});

/** Makes the people, channels and properties known that the flow expects to find. */
export function furnish(standins: Standins): void {
	const { hubspot, slack } = standins;
	hubspot.addOwner(SELLER);
	hubspot.addDealProperties(...HANDOFF_PROPERTIES);
	slack.addPerson(slackPerson('U0SAM', 'Sam Seller', SELLER.email));
	slack.addPerson(slackPerson('U0DANA', RECEIVER.name, RECEIVER.email));
	slack.addPerson(slackPerson('U0ROBIN', SECOND_RECEIVER.name, SECOND_RECEIVER.email));
	slack.addChannel('C0LATE', 'handoffs-late');
}

const HANDOFF_PROPERTIES = [
	'handoff_goals',
	'handoff_scope',
	'handoff_service',
	'handoff_billing_day',
	'handoff_kickoff_date',
	'handoff_client_email',
	'handoff_task_url',
];

const DAY = 24 * 60 * 60 * 1000;

/** The properties of a won deal with everything the policy asks for. */
export const completeDeal = (name: string, now: number): Record<string, string> => ({
	dealname: name,
	amount: '12000',
	deal_currency_code: 'EUR',
	dealstage: 'closedwon',
	closedate: new Date(now).toISOString(),
	hubspot_owner_id: SELLER.id,
	description: 'Came in through a referral; two calls, one workshop.',
	handoff_goals: 'Twice as many enquiries through the website by the end of the year.',
	handoff_scope: 'New website with eight pages and a form. No shop, no translations.',
	handoff_service: 'project',
	handoff_kickoff_date: new Date(now + 14 * DAY).toISOString().slice(0, 10),
	handoff_client_email: 'client@example.com',
});

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ALWAYS_OPEN = {
	timezone: 'Europe/Berlin',
	weekly: Object.fromEntries(EVERY_DAY.map((day) => [day, [['00:00', '24:00']]])),
};

/**
 * The policy of the template with the people of the studio, who work around the clock, because a
 * demo cannot wait until Monday.
 */
export const studioPolicy =
	(accept: { minutes: number; milestones: number[] } = { minutes: 480, milestones: [50, 100] }) =>
	(policy: Record<string, unknown>): Record<string, unknown> => ({
		...policy,
		receiver: { team: 'Delivery', people: [RECEIVER] },
		sla: { accept: { ...accept, escalateTo: [HEAD] } },
		calendars: { receiver: ALWAYS_OPEN, sender: ALWAYS_OPEN },
	});
