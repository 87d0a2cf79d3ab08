import { sendRecord } from '../../sendRecord';
import { asZapier, wonDeal } from '../../sentRequests';
import type { CrmRole, Role } from '../roles';
import { textIn } from './textIn';

type Deal = ReturnType<typeof wonDeal>;

/** A Zap that sends each deal when it is won, and again when it changes. */
export const webhookCrm: Role<CrmRole> = ({ zapier }, n8nUrl) => {
	const deals: Deal[] = [];
	let changes = 0;

	async function send(deal: Deal): Promise<void> {
		const { status, answer } = await sendRecord(n8nUrl, asZapier(deal));
		if (status !== 200) {
			throw new Error(`n8n did not take “${deal.name}”: ${status} ${JSON.stringify(answer)}`);
		}
	}
	/** What was posted back about a deal, oldest first. */
	const newsOf = (id: string) =>
		zapier
			.caught()
			.map((body) => Object(body))
			.filter(({ recordId }) => recordId === id);

	return {
		failNext: zapier.failNext,
		clearFaults: zapier.clearFaults,
		add: async (title, state) => {
			const id = `won-${deals.length + 1}`;
			const deal = { ...wonDeal(id, title), ...(state === 'incomplete' && { goals: 'tbd' }) };
			deals.push(deal);
			await send(deal);
			return id;
		},
		change: async (id) => {
			changes += 1;
			const deal = deals.find((one) => one.id === id);
			if (deal === undefined) throw new Error(`no deal ${id} was won`);
			deal.goals = `Android first, then the web. Written down again, ${changes}.`;
			await send(deal);
		},
		notes: (id) =>
			newsOf(id)
				.filter(({ taskUrl, status }) => taskUrl === '' && status !== 'filledIn')
				.map((news) => JSON.stringify(news)),
		gapOn: (id) =>
			newsOf(id)
				.flatMap(({ values }) => values?.goals ?? [])
				.at(-1),
		linkOn: (id) => textIn(newsOf(id).at(-1)?.taskUrl),
		// It has sent them already, and only the flow that took them looks at its inbox again.
		putAway: () => undefined,
		missing: 'Goals of the client',
		search: { match: /^POST/ },
	};
};
