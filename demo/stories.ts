import { formName } from '../nodes/domain/page/formNames';
import {
	acceptance,
	newestLink,
	openPage,
	returning,
	submitDecision,
} from '../test/scenario/decisionPage';
import type { Road } from '../test/scenario/openRoad';
import { completeDeal, HEAD, RECEIVER, SELLER, SELLER_NAME } from '../test/scenario/studio';

/** Prints one line of a story. */
export type Tell = (line: string) => void;

interface Story {
	road: Road;
	tell: Tell;
}

const SILENT = 'Brand refresh for Umbra';

/**
 * Five deals walk the road, and each line that is printed was read back from where it happened: the
 * stand-ins of HubSpot, Slack and ClickUp, and the ledger in n8n.
 *
 * @throws Error when a story does not end as it should
 */
export async function playStories(story: Story): Promise<void> {
	const silent = addDeal(story.road, SILENT);
	await completedOnThePage(story);
	await excepted(story);
	await returnedThenAccepted(story);
	await accepted(story);
	await unanswered(story, silent);
}

async function completedOnThePage({ road, tell }: Story): Promise<void> {
	tell('\n1 · A deal that lacks two things');
	const name = 'Webshop for Lumen';
	const deal = addDeal(road, name, { amount: '', handoff_goals: 'tbd' });
	await road.poll();
	const { messages } = road.standins.slack;
	const told = messages().filter(({ to, text }) => to === SELLER.email && text.includes(name));
	tell(`   “${name}” was won, and is not ready. ${SELLER_NAME} hears it in Slack, with a link:`);
	for (const { text } of told) tell(`   │ ${text}`);
	await decide(newestLink(messages(), SELLER.email, name), {
		name: SELLER_NAME,
		[formName('value', 'properties.amount')]: '12500',
		[formName('value', 'properties.handoff_goals')]:
			'A hundred orders a day through the webshop by the end of the year.',
	});
	await road.untilKept(deal, 'handoff.requested');
	const { amount } = dealIn(road, deal);
	tell(`   The seller fills in the page and does not open HubSpot: the deal says ${amount} now.`);
	await decide(linkFor(road, name), acceptance(RECEIVER.name));
	await road.untilKept(deal, 'handoff.done');
	tellTask({ road, tell }, name);
	await tellLedger({ road, tell }, deal);
}

async function excepted({ road, tell }: Story): Promise<void> {
	tell('\n2 · A deal that lacks what nobody can supply yet');
	const name = 'Campaign for Solaris';
	const deal = addDeal(road, name, { handoff_kickoff_date: '' });
	await road.poll();
	const { messages } = road.standins.slack;
	const until = new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10);
	tell(`   ${SELLER_NAME} cannot say when “${name}” starts, and asks for an exception:`);
	tell('   │ “Their new director starts on the first and sets the day.”');
	await decide(newestLink(messages(), SELLER.email, name), {
		name: SELLER_NAME,
		'why.kick-off': 'Their new director starts on the first and sets the day.',
		'until.kick-off': until,
	});
	await road.untilKept(deal, 'waiver.asked');
	await road.untilQuiet();
	const link = newestLink(messages(), 'handoffs-late', name);
	await decide(link, { decision: 'grant', name: HEAD.name, until });
	await road.untilKept(deal, 'handoff.requested');
	tell(`   ${HEAD.name} grants it by a link of her own until ${until}, and delivery is asked.`);
	await decide(linkFor(road, name), acceptance(RECEIVER.name));
	await road.untilKept(deal, 'handoff.done');
	tellTask({ road, tell }, name);
	await tellLedger({ road, tell }, deal);
}

const DAY_MS = 24 * 3_600_000;

const dealIn = (road: Road, deal: string): Record<string, unknown> =>
	road.standins.hubspot.deals().find(({ id }) => id === deal)?.properties ?? {};

async function returnedThenAccepted({ road, tell }: Story): Promise<void> {
	tell('\n3 · A deal that delivery returns');
	const name = 'App for Meridian';
	const deal = addDeal(road, name);
	await road.poll();
	tell(
		`   “${name}” is ready. ${RECEIVER.name} gets a signed link in Slack, opens it, and returns it:`,
	);
	tell('   │ The goals are not clear: “Which platform comes first?”');
	const reasons = returning(RECEIVER.name, 'goals', 'Which platform comes first?');
	await decide(linkFor(road, name), reasons);
	await road.untilKept(deal, 'handoff.returned');
	tell('   The seller completes the deal in HubSpot. It comes back as attempt 2 and is accepted.');
	road.standins.hubspot.updateDeal(deal, {
		handoff_goals: 'Android first, the web half a year later.',
	});
	await road.poll();
	await decide(linkFor(road, name), acceptance(RECEIVER.name));
	await road.untilKept(deal, 'handoff.done');
	tellTask({ road, tell }, name);
	await tellLedger({ road, tell }, deal);
}

async function accepted({ road, tell }: Story): Promise<void> {
	tell('\n4 · A deal that delivery accepts');
	const name = 'Website for Halcyon';
	const deal = addDeal(road, name);
	await road.poll();
	const answer = await decide(linkFor(road, name), acceptance(RECEIVER.name));
	await road.untilKept(deal, 'handoff.done');
	tell(`   ${RECEIVER.name} accepts, and the page answers ${answer.status}.`);
	tellTask({ road, tell }, name);
	await tellLedger({ road, tell }, deal);
}

async function unanswered({ road, tell }: Story, deal: string): Promise<void> {
	tell('\n5 · A deal that nobody answers');
	tell(`   “${SILENT}” was asked about at the start. Now we wait: nobody opens the link …`);
	const { id } = await road.executionOf(deal);
	await road.n8n.client.waitForExecution(id, ['success', 'error'], MOST_PATIENCE);
	for (const { to, text } of road.standins.slack.messages()) {
		if (text.includes(SILENT)) tell(`   │ to ${to}: ${text}`);
	}
	if (road.standins.clickup.tasks().some((task) => task.name.includes(SILENT))) {
		throw new Error('silence was taken for acceptance');
	}
	tell('   No task was made: silence never accepts.');
	await tellLedger({ road, tell }, deal);
}

/** Opens the link and sends the form, as soon as n8n serves the page. */
async function decide(link: string, fields: Record<string, string>) {
	await openPage(link);
	const answer = await submitDecision(link, fields);
	if (answer.status !== 200) throw new Error(`the page answers ${answer.status}: ${answer.page}`);
	return answer;
}

const MOST_PATIENCE = 300_000;

/** Adds a complete deal with some properties changed, and returns its id. */
export const addDeal = (road: Road, name: string, different: Record<string, string> = {}): string =>
	road.standins.hubspot.addDeal({
		properties: { ...completeDeal(name, Date.now()), ...different },
	});

export const linkFor = (road: Road, name: string): string =>
	newestLink(road.standins.slack.messages(), RECEIVER.email, name);

function tellTask({ road, tell }: Story, name: string): void {
	const tasks = road.standins.clickup.tasks().filter((task) => task.name.includes(name));
	if (tasks.length !== 1) throw new Error(`there are ${tasks.length} tasks for “${name}”, not one`);
	for (const task of tasks) tell(`   ClickUp has one task: ${task.name}, ${task.url}`);
}

async function tellLedger({ road, tell }: Story, deal: string): Promise<void> {
	const steps = (await road.ledgerOf(deal)).map(({ type, attempt }) => `${type} (${attempt})`);
	tell(`   Ledger: ${steps.join(' → ')}`);
}
