import { judgeByAjv, judgeByBareAjv } from './gate/ajvPeer';
import { EARLIEST_KICKOFF, makeDeals } from './gate/deals';
import { measureFilterNode } from './gate/filterNode';
import { judgeByHand } from './gate/handWritten';
import { measureMemory } from './gate/memory';
import { messUp } from './gate/messyDeals';
import { judge, judgeWithDigest, judgeWithTimes, openGate } from './gate/ours';
import { refuseDisagreement, type Peer } from './gate/peer';
import { judgeByFlatRulesEngine, judgeByRulesEngine } from './gate/rulesEnginePeer';
import { judgeByZod } from './gate/zodPeer';
import { median, rounded, timeInTurn, type Figure, type Spent } from './timing';

const DEALS = makeDeals(1_000);
const MESSY_DEALS = messUp(DEALS);
const MESSY = new Map(MESSY_DEALS.map((deal) => [deal.id, deal]));
const MANY_DEALS = 100_000;

/** The gate beside what others check records with: 20 requirements, half of the deals not ready. */
export async function measureGate(): Promise<Figure[]> {
	const judgeMessy: Peer = ({ id }) => judge(MESSY.get(id) ?? { id, properties: {} });
	const peers: Record<string, Peer> = {
		judgeByAjv,
		judgeByHand,
		judgeMessy,
		judgeByZod,
		judgeByRulesEngine,
		judgeByFlatRulesEngine,
	};
	for (const [name, peer] of Object.entries(peers)) {
		await refuseDisagreement(DEALS, { name, peer, ours: judge });
	}
	return [
		...(await measurePeers()),
		measureGrowth(),
		measureRequirementGrowth(),
		...measureMemory(MANY_DEALS),
		...(await measureFilterNode(DEALS, EARLIEST_KICKOFF)),
	];
}

const SLOW_ROUNDS = 7;

const forAll =
	(work: (deal: (typeof DEALS)[number]) => ArrayLike<unknown>, deals = DEALS) =>
	() => {
		let found = 0;
		for (const deal of deals) found += work(deal).length;
		return found;
	};
const awaitAll = (peer: Peer) => async () => {
	for (const deal of DEALS) await peer(deal);
};

async function measurePeers(): Promise<Figure[]> {
	const times = await timeInTurn({
		ours: forAll(judge),
		ajv: forAll(judgeByAjv),
		bareAjv: forAll(judgeByBareAjv),
		zod: forAll(judgeByZod),
		byHand: forAll(judgeByHand),
		messy: forAll(judge, MESSY_DEALS),
		digest: forAll(judgeWithDigest),
	});
	const against = (key: 'ajv' | 'bareAjv' | 'zod' | 'byHand', by: keyof Spent = 'cpu') =>
		rounded(times[key][by] / times.ours[by]);
	return [
		{ key: 'vsAjv', value: against('ajv'), meaning: THROUGHPUT, target: '>= 1' },
		{ key: 'vsZod', value: against('zod'), meaning: THROUGHPUT, target: '>= 5' },
		{
			key: 'vsHandWritten',
			value: against('byHand'),
			meaning: `${THROUGHPUT}: the same 20 checks written by hand, with the same findings`,
			target: '>= 0.5',
		},
		{
			key: 'messyRecords',
			value: rounded(times.ours.cpu / times.messy.cpu),
			meaning: 'throughput on deals as nine systems write them / on clean ones',
			target: '>= 0.7',
		},
		...(['ajv', 'zod'] as const).map((key) => ({
			key: `${key}Elapsed`,
			value: against(key, 'wall'),
			meaning: `the same by the clock, in which a collector on an idle core costs nothing`,
		})),
		...(await measureRulesEngine()),
		{
			key: 'vsAjvErrors',
			value: against('bareAjv'),
			meaning: `${THROUGHPUT}: Ajv's own errors, without label and hint`,
		},
		{
			key: 'microsecondsARecord',
			value: rounded(times.ours.cpu),
			meaning: 'µs to judge one deal: all findings',
		},
		{
			key: 'withDigest',
			value: rounded(times.digest.cpu),
			meaning: 'µs for the verdict of one deal, with its SHA-256',
		},
	];
}

const THROUGHPUT = 'throughput for the same CPU time, ours / theirs';

/** On its own, in fewer rounds: it takes half a second for what the others do in a millisecond. */
async function measureRulesEngine(): Promise<Figure[]> {
	const times = await timeInTurn(
		{
			ours: forAll(judge),
			rulesEngine: awaitAll(judgeByRulesEngine),
			flatRulesEngine: awaitAll(judgeByFlatRulesEngine),
		},
		SLOW_ROUNDS,
	);
	return [
		{
			key: 'vsJsonRulesEngine',
			value: rounded(times.rulesEngine.cpu / times.ours.cpu),
			meaning: `${THROUGHPUT}, fields reached by path`,
			target: '>= 100',
		},
		{
			key: 'vsFlatRulesEngine',
			value: rounded(times.flatRulesEngine.cpu / times.ours.cpu),
			meaning: `${THROUGHPUT}, fields taken out first`,
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

/** What a requirement costs in a policy of 200, beside one in a policy of 20. */
function measureRequirementGrowth(): Figure {
	const msARequirement = (times: number): number => {
		const judgeAll = judgeWithTimes(times);
		const rounds = Array.from({ length: 41 }, () => {
			const startedAt = performance.now();
			for (const deal of DEALS) judgeAll(deal);
			return performance.now() - startedAt;
		});
		return median(rounds) / times;
	};
	const few = msARequirement(1);
	return {
		key: 'perRequirementGrowth',
		value: rounded(msARequirement(10) / few),
		meaning: 'time a requirement in a policy of 200 / of 20',
		target: '<= 1.5',
	};
}
