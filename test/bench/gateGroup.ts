import { judgeByAjv, judgeByBareAjv } from './gate/ajvPeer';
import { EARLIEST_KICKOFF, makeDeals } from './gate/deals';
import { measureFilterNode } from './gate/filterNode';
import { judge, judgeWithDigest, openGate } from './gate/ours';
import type { Peer } from './gate/peer';
import { judgeByFlatRulesEngine, judgeByRulesEngine } from './gate/rulesEnginePeer';
import { judgeByZod } from './gate/zodPeer';
import { median, rounded, timeInTurn, type Figure } from './timing';

const DEALS = makeDeals(1_000);
const MANY_DEALS = 100_000;

/** The gate beside what others check records with: 20 requirements, half of the deals not ready. */
export async function measureGate(): Promise<Figure[]> {
	const peers: Record<string, Peer> = {
		judgeByAjv,
		judgeByZod,
		judgeByRulesEngine,
		judgeByFlatRulesEngine,
	};
	for (const [name, peer] of Object.entries(peers)) await refuseDisagreement(name, peer);
	return [
		...(await measurePeers()),
		measureGrowth(),
		...(await measureFilterNode(DEALS, EARLIEST_KICKOFF)),
	];
}

/** Engines are compared only when they say the same of every deal. */
async function refuseDisagreement(name: string, peer: Peer): Promise<void> {
	const idsOf = (findings: ReadonlyArray<{ requirementId: string }>): string =>
		findings
			.map(({ requirementId }) => requirementId)
			.sort()
			.join();
	for (const deal of DEALS) {
		const [ours, theirs] = [idsOf(judge(deal)), idsOf(await peer(deal))];
		if (ours !== theirs) throw new Error(`${name} differs on ${deal.id}: ${ours} | ${theirs}`);
	}
}

async function measurePeers(): Promise<Figure[]> {
	const forAll = (work: (deal: (typeof DEALS)[number]) => ArrayLike<unknown>) => () => {
		let found = 0;
		for (const deal of DEALS) found += work(deal).length;
		return found;
	};
	const times = await timeInTurn({
		ours: forAll(judge),
		ajv: forAll(judgeByAjv),
		bareAjv: forAll(judgeByBareAjv),
		digest: forAll(judgeWithDigest),
		zod: forAll(judgeByZod),
		rulesEngine: async () => {
			for (const deal of DEALS) await judgeByRulesEngine(deal);
		},
		flatRulesEngine: async () => {
			for (const deal of DEALS) await judgeByFlatRulesEngine(deal);
		},
	});
	const against = (key: 'ajv' | 'bareAjv' | 'zod' | 'rulesEngine' | 'flatRulesEngine') =>
		rounded(times[key] / times.ours);
	const throughput = 'throughput, ours / theirs';
	return [
		{ key: 'vsAjv', value: against('ajv'), meaning: throughput, target: '>= 1' },
		{ key: 'vsZod', value: against('zod'), meaning: throughput, target: '>= 5' },
		{
			key: 'vsJsonRulesEngine',
			value: against('rulesEngine'),
			meaning: `${throughput}, fields reached by path`,
			target: '>= 100',
		},
		{
			key: 'vsFlatRulesEngine',
			value: against('flatRulesEngine'),
			meaning: `${throughput}, fields taken out first`,
		},
		{
			key: 'vsAjvErrors',
			value: against('bareAjv'),
			meaning: `${throughput}: Ajv's own errors, without label and hint`,
		},
		{
			key: 'microsecondsARecord',
			value: rounded(times.ours),
			meaning: 'µs to judge one deal: all findings',
		},
		{
			key: 'withDigest',
			value: rounded(times.digest),
			meaning: 'µs for the verdict of one deal, with its SHA-256',
		},
	];
}

/** What the envelope of one deal costs in a run over many, beside a run over few. */
function measureGrowth(): Figure {
	const many = makeDeals(MANY_DEALS);
	const msAnItem = (deals: typeof DEALS): number => {
		const startedAt = performance.now();
		const opened = deals.map(openGate);
		return (performance.now() - startedAt) / opened.length;
	};
	const few = median(Array.from({ length: 41 }, () => msAnItem(DEALS)));
	return {
		key: 'perItemGrowth',
		value: rounded(msAnItem(many) / few),
		meaning: 'time an item with its envelope at 100,000 items / at 1,000',
		target: '<= 1.5',
	};
}
