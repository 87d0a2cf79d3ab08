import type { Standins } from '../fakes/standins';

/** The made-up studio of the demo: who sells, who delivers, and what they sell. */

export const SELLER = { id: '77', email: 'sam@example.com', firstName: 'Sam', lastName: 'Seller' };
export const SELLER_NAME = `${SELLER.firstName} ${SELLER.lastName}`;
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
	const { hubspot, pipedrive, googleSheets, slack } = standins;
	hubspot.addOwner(SELLER);
	pipedrive.addUser({ id: Number(SELLER.id), name: SELLER_NAME, email: SELLER.email });
	googleSheets.setColumns('ID', ...Object.keys(sheetRow('')), 'Handoff task', 'Handoff note');
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
	'handoff_mark',
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
	description: answers(now).background,
	handoff_goals: answers(now).goals,
	handoff_scope: answers(now).scope,
	handoff_service: answers(now).service,
	handoff_kickoff_date: answers(now).kickoff,
	handoff_client_email: answers(now).client,
});

/** The answers of a seller who fills in everything, by what they are about. */
const answers = (now: number) => ({
	goals: 'Twice as many enquiries through the website by the end of the year.',
	scope: 'New website with eight pages and a form. No shop, no translations.',
	service: 'project',
	kickoff: new Date(now + 14 * DAY).toISOString().slice(0, 10),
	client: 'client@example.com',
	background: 'Came in through a referral; two calls, one workshop.',
});

/** A won deal of a table that sales keeps by hand, with everything the policy asks for. */
export const sheetRow = (name: string, now = Date.now()): Record<string, string | number> => {
	const { goals, scope, service, kickoff, client, background } = answers(now);
	return {
		Deal: name,
		Stage: 'Won',
		Owner: SELLER_NAME,
		'Owner e-mail': SELLER.email,
		Amount: 12000,
		Goals: goals,
		Scope: scope,
		Service: service,
		'Billing day': '',
		'Kick-off date': kickoff,
		'Client e-mail': client,
		Background: background,
	};
};

/** The own fields of a won deal, each under the name that a CRM gives it. */
export const ownAnswers = (write: (name: string) => string, now = Date.now()) => {
	const { goals, scope, service, kickoff, client } = answers(now);
	return {
		[write('handoff_goals')]: goals,
		[write('handoff_scope')]: scope,
		[write('handoff_service')]: service,
		[write('handoff_billing_day')]: null,
		[write('handoff_kickoff_date')]: kickoff,
		[write('handoff_client_email')]: client,
	};
};

export const BACKGROUND = answers(0).background;

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
	({ sla, ...policy }: Record<string, unknown>): Record<string, unknown> => ({
		...policy,
		receiver: { team: 'Delivery', people: [RECEIVER] },
		sla: { ...Object(sla), accept: { ...accept, escalateTo: [HEAD] } },
		calendars: { receiver: ALWAYS_OPEN, sender: ALWAYS_OPEN },
	});
