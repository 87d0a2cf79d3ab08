import { startN8n } from '../../harness/startN8n';
import { line, webhook } from '../../e2e/lineWorkflow';
import { median, type Figure } from '../timing';
import { costOfEach } from './cost';

const PATH = 'bench-search';
const SIZES = [1_000, 10_000];
const MOVED = 10;
const SEARCHED_WITHIN_MS = 300_000;
const POLICY = {
	id: 'won-deals',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery' },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
};

const flow = line(PATH, [
	webhook(PATH),
	{
		name: 'Deals',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.deals', options: {} },
	},
	{
		name: 'Gate',
		type: 'n8n-nodes-handoff.readinessGate',
		typeVersion: 1,
		parameters: {
			policyFrom: 'json',
			policy: JSON.stringify(POLICY),
			mostAtOnce: Math.max(...SIZES),
		},
	},
]);

/**
 * What a search over so many open records costs in nodes, of which ten have moved since the one
 * before.
 *
 * @param packageFrom folder of the built package
 */
export async function measureSearch(packageFrom: string): Promise<Figure[]> {
	const n8n = await startN8n({ packageFrom });
	const { client } = n8n;
	try {
		const { id } = await client.createWorkflow(flow);
		await client.publish(id);
		const figures: Figure[] = [];
		let searches = 0;
		for (const size of SIZES) {
			const deals = Array.from({ length: size }, (_, place) => ({
				...{ id: `${size}-${place}`, name: `Deal ${place}`, amount: 0 },
			}));
			const search = async () => {
				searches += 1;
				await client.callWebhook(PATH, { deals });
				const ended = { workflowId: id, status: ['success' as const] };
				await client.waitForExecutions(ended, searches, SEARCHED_WITHIN_MS);
			};
			await search();
			let round = 0;
			const costs = await costOfEach(client, id, async () => {
				const from = MOVED * round++;
				for (const deal of deals.slice(from, from + MOVED)) deal.amount = -1 - round;
				await search();
			});
			figures.push({
				key: `search${size}`,
				value: median(costs.map(({ nodeMs }) => nodeMs)),
				meaning: `ms in nodes of a search over ${size} open records of which ${MOVED} have moved`,
				...(size === 1_000 && { target: '<= 2000' }),
			});
		}
		return figures;
	} finally {
		await n8n.stop();
	}
}
