import { setTimeout as sleep } from 'node:timers/promises';
import { acceptance, linksIn, submitDecision } from '../../scenario/decisionPage';
import { RECEIVER } from '../../scenario/studio';
import type { N8nClient } from '../../harness/client';
import type { Standins } from '../../fakes/standins';
import { inParallel } from '../../e2e/crowd';
import { winDeals } from './flagship';
import { readSteps, type Step } from './ledgerSteps';

/** So long a search may take; of one whose process died no answer comes. */
const LOOKED_WITHIN_MS = 60_000;

/** The people around the flow: those who win deals, and those who decide. */
export interface Team {
	/**
	 * Wins so many deals, a few at a time, and lets the flow look for them each time, through all of
	 * these addresses at once.
	 *
	 * @returns their ids
	 */
	handOver(count: number, urls: readonly string[]): Promise<string[]>;
	/** Lets the flow look for deals through all of these addresses at once. */
	look(urls: readonly string[]): Promise<void>;
	/** Opens the newest link of each deal and accepts it, through these addresses in turn. */
	accept(dealIds: readonly string[], urls: readonly string[]): Promise<void>;
	/** What the ledger says, for these deals. */
	steps(dealIds: readonly string[]): Promise<Map<string, Step[]>>;
	/** How many tasks each deal has. */
	tasks(dealIds: readonly string[]): Map<string, number>;
	/** The different links that each deal's receiver was sent, oldest first; every question has its own. */
	links(dealIds: readonly string[]): Map<string, string[]>;
}

interface Around {
	client: N8nClient;
	standins: Standins;
	lookPath: string;
	/** How many deals are won, and how many are decided, at a time. */
	atOnce: number;
}

export function teamOf({ client, standins, lookPath, atOnce }: Around): Team {
	const look = async (urls: readonly string[]) => {
		await Promise.all(urls.map((url) => lookBy(`${url}/webhook/${lookPath}`)));
	};
	const links = (dealIds: readonly string[]) => linksByDeal(standins, dealIds);
	return {
		look,
		links,
		handOver: async (count, urls) => {
			const won: string[] = [];
			while (won.length < count) {
				won.push(...winDeals(standins, Math.min(atOnce, count - won.length)));
				await look(urls);
			}
			return won;
		},
		accept: async (dealIds, urls) => {
			const sent = links(dealIds);
			await inParallel(dealIds, atOnce, async (id, index) => {
				const link = sent.get(id)?.at(-1);
				if (link === undefined) return;
				const { pathname, search } = new URL(link);
				const url = `${urls[index % urls.length]}${pathname}${search}`;
				await submitDecision(url, acceptance('Dana')).catch(() => undefined);
			});
		},
		steps: (dealIds) => readSteps(client, dealIds),
		tasks: (dealIds) => {
			const counts = new Map(dealIds.map((id) => [id, 0]));
			for (const { name } of standins.clickup.tasks()) {
				const [, id = ''] = /\[deal (\d+)\]$/.exec(name) ?? [];
				if (counts.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
			}
			return counts;
		},
	};
}

async function lookBy(url: string): Promise<void> {
	const post = () =>
		fetch(url, { method: 'POST', signal: AbortSignal.timeout(LOOKED_WITHIN_MS) }).catch(
			() => undefined,
		);
	for (let tries = 0; tries < 40; tries++) {
		// Not known yet: n8n tells its parts of a published workflow a moment later.
		if ((await post())?.status !== 404) return;
		await sleep(500);
	}
}

function linksByDeal({ slack }: Standins, dealIds: readonly string[]): Map<string, string[]> {
	const links = new Map(dealIds.map((id) => [id, [] as string[]]));
	for (const message of slack.messages()) {
		const [link] = linksIn([message], RECEIVER.email).slice(-1);
		const [, deal = ''] = /record\/0-3\/(\d+)/.exec(JSON.stringify(message.blocks)) ?? [];
		const known = links.get(deal);
		if (link !== undefined && known?.includes(link) === false) known.push(link);
	}
	return links;
}
