import { setTimeout as sleep } from 'node:timers/promises';
import { acceptance, linksIn, submitDecision } from '../../scenario/decisionPage';
import { RECEIVER } from '../../scenario/studio';
import type { N8nClient } from '../../harness/client';
import type { Standins } from '../../fakes/standins';
import { inParallel } from '../../e2e/crowd';
import { ENTRY } from './flagship';

const LEDGER = 'handoff_ledger';

/** The people around the flow: those who hand over, and those who decide. */
export interface Team {
	/** Hands these deals over, so many at a time, through one of these addresses after the other. */
	handOver(dealIds: readonly string[], urls: readonly string[]): Promise<void>;
	/** Opens the newest link of each deal and accepts it, through these addresses in turn. */
	accept(dealIds: readonly string[], urls: readonly string[]): Promise<void>;
	/** What the ledger says, by the kind of step, for these deals. */
	steps(dealIds: readonly string[]): Promise<Map<string, string[]>>;
	/** How many tasks each deal has. */
	tasks(dealIds: readonly string[]): Map<string, number>;
	/** How many different links each deal's receiver was sent; every question has its own. */
	questions(dealIds: readonly string[]): Map<string, number>;
}

export function teamOf(client: N8nClient, standins: Standins, atOnce: number): Team {
	/** The links that the receiver was sent, by deal, oldest first. */
	const sent = () => {
		const links = new Map<string, string[]>();
		for (const message of standins.slack.messages()) {
			const [link] = linksIn([message], RECEIVER.email).slice(-1);
			const [, deal] = /record\/0-3\/(\d+)/.exec(JSON.stringify(message.blocks)) ?? [];
			if (link === undefined || deal === undefined) continue;
			const known = links.get(deal);
			if (known === undefined) links.set(deal, [link]);
			else known.push(link);
		}
		return links;
	};
	return {
		handOver: async (dealIds, urls) => {
			const deals = new Map(standins.hubspot.deals().map((deal) => [deal.id, deal]));
			await inParallel(dealIds, atOnce, async (id, index) => {
				const body = JSON.stringify(deals.get(id));
				const headers = { 'content-type': 'application/json' };
				const url = `${urls[index % urls.length]}/webhook/${ENTRY}`;
				const post = () => fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
				for (let tries = 0; tries < 40; tries++) {
					// Not known yet: n8n tells its parts of a published workflow a moment later.
					if ((await post())?.status !== 404) return;
					await sleep(500);
				}
			});
		},
		accept: async (dealIds, urls) => {
			const links = sent();
			await inParallel(dealIds, atOnce, async (id, index) => {
				const link = links.get(id)?.at(-1);
				if (link === undefined) return;
				const { pathname, search } = new URL(link);
				const url = `${urls[index % urls.length]}${pathname}${search}`;
				await submitDecision(url, acceptance('Dana')).catch(() => undefined);
			});
		},
		steps: async (dealIds) => {
			const steps = new Map(dealIds.map((id) => [id, [] as string[]]));
			for (const row of await client.readDataTable(LEDGER)) {
				steps.get(String(row.recordId))?.push(String(row.type));
			}
			return steps;
		},
		tasks: (dealIds) => {
			const counts = new Map(dealIds.map((id) => [id, 0]));
			for (const { name } of standins.clickup.tasks()) {
				const [, id = ''] = /\[deal (\d+)\]$/.exec(name) ?? [];
				counts.set(id, (counts.get(id) ?? 0) + 1);
			}
			return counts;
		},
		questions: (dealIds) => {
			const links = sent();
			return new Map(dealIds.map((id) => [id, new Set(links.get(id)).size]));
		},
	};
}
