import { linksIn, newestLink } from '../scenario/decisionPage';
import type { Road } from '../scenario/openRoad';
import { completeDeal, RECEIVER } from '../scenario/studio';
import { until } from './templateRuns/run';

/** What a test does with deals on the road, and sees of them. */
export function watchRoad(open: () => Road) {
	const vendors = () => open().standins;
	const messagesTo = (email: string, about: string): string[] =>
		vendors()
			.slack.messages()
			.filter(({ to, text }) => to === email && text.includes(about))
			.map(({ text }) => text);
	const stepsOf = async (deal: string): Promise<string[]> =>
		(await open().ledgerOf(deal)).map(({ type, attempt }) => `${attempt} ${type}`);
	const isLinked = (deal: string) =>
		vendors()
			.hubspot.deals()
			.some(({ id, properties }) => id === deal && Boolean(properties.handoff_task_url));
	return {
		/** Adds a complete deal with some properties changed; its id. */
		addDeal: (name: string, different: Record<string, string> = {}): string =>
			vendors().hubspot.addDeal({
				properties: { ...completeDeal(name, Date.now()), ...different },
			}),
		messagesTo,
		/** The requests to decide about a deal; whoever decided also gets a receipt, without a link. */
		asked: (name: string): string[] =>
			linksIn(
				vendors()
					.slack.messages()
					.filter(({ text }) => text.includes(name)),
				RECEIVER.email,
			),
		stepsOf,
		linkFor: (name: string): string => newestLink(vendors().slack.messages(), RECEIVER.email, name),
		tasksNamed: (name: string) =>
			vendors()
				.clickup.tasks()
				.filter((task) => task.name.includes(name)),
		untilTold: (email: string, about: string) =>
			until(`“${about}” to ${email}`, () => messagesTo(email, about).length > 0),
		untilStep: (deal: string, step: string) =>
			until(`${step} of ${deal}`, async () => (await stepsOf(deal)).includes(step)),
		/** The link stands on the deal, and the ledger knows that it does. */
		untilSetUp: async (deal: string) => {
			await until(`a link on the deal ${deal}`, () => isLinked(deal));
			await open().untilKept(deal, 'handoff.done');
		},
	};
}
