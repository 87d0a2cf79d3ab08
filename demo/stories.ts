import {
	acceptance,
	newestLink,
	openPage,
	returning,
	submitDecision,
} from '../test/scenario/decisionPage';
import type { Road } from '../test/scenario/openRoad';
import { completeDeal, RECEIVER } from '../test/scenario/studio';

/** Prints one line of a story. */
export type Tell = (line: string) => void;

interface Story {
	road: Road;
	tell: Tell;
}

const SILENT = 'Brand refresh for Umbra';

/**
 * Four deals walk the road, and each line that is printed was read back from where it happened: the
 * stand-ins of HubSpot, Slack and ClickUp, and the ledger in n8n.
 *
 * @throws Error when a story does not end as it should
 */
export async function playStories(story: Story): Promise<void> {
	const silent = addDeal(story.road, SILENT);
	await notReady(story);
	await returnedThenAccepted(story);
	await accepted(story);
	await unanswered(story, silent);
}

async function notReady({ road, tell }: Story): Promise<void> {
	tell('\n1 · A deal that is not ready');
	const name = 'Webshop for Lumen';
	const deal = addDeal(road, name, { amount: '', handoff_goals: 'tbd' });
	await road.poll();
	const [note] = road.standins.hubspot.notes().filter(({ dealIds }) => dealIds.includes(deal));
	if (note === undefined) throw new Error('nobody noted on the deal what is missing');
	tell(`   “${name}” was won, and goes back to the seller. The note on the HubSpot deal says:`);
	for (const line of plainLines(note.body)) tell(`   │ ${line}`);
	await tellLedger({ road, tell }, deal);
}

async function returnedThenAccepted({ road, tell }: Story): Promise<void> {
	tell('\n2 · A deal that delivery returns');
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
	tell('\n3 · A deal that delivery accepts');
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
	tell('\n4 · A deal that nobody answers');
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
	return await submitDecision(link, fields);
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

/** The text of a note, which HubSpot keeps as HTML. */
const plainLines = (html: string): string[] =>
	html
		.split(/<br>|<\/(?:tr|div|h1|h2|p)>|(?=<div )/)
		.map((line) =>
			line
				.replace(/<[^>]*>/g, '')
				.replaceAll('&bull;', '• ')
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>')
				.replaceAll('&amp;', '&')
				.trim(),
		)
		.filter((line) => line !== '');
