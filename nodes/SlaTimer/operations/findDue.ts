import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import { HandoffProblem } from '../../domain/base/problem';
import { endingNews, mayEndSoon, type EndingNews } from '../../domain/exceptions/endingNews';
import type { Handoff } from '../../domain/handoff/envelope';
import { isWatched, WATCHED_STEPS } from '../../domain/sla/watched';
import {
	claimsOn,
	dueNews,
	findDue,
	heldNews,
	isBreach,
	sealNews,
	type DueNews,
} from '../../domain/sla/dueNews';
import { isAskedByAgent } from '../../shared/isAskedByAgent';
import type { LedgerStore } from '../../shared/ledger/ledgerStore';
import { openLedger } from '../../shared/ledger/openLedger';
import type { ListedOperation } from '../../shared/operations';
import { readSealKey } from '../../shared/sealKeys';

export const findDueOperation = {
	value: 'findDue',
	name: 'Find What Is Due',
	action: 'Find what is due',
	description:
		'Look at every clock that runs in the ledger and every exception that ends soon, and tell each once',
	subtitle: 'find what is due',
	outputs: ['At Risk', 'Breached'],
	run: tellDue,
} as const satisfies ListedOperation;

/**
 * Looks at all clocks that run by the ledger, whatever comes in. What is due is claimed and recorded
 * before anybody is told, so that runs that overlap tell it once.
 */
async function tellDue(context: IExecuteFunctions, now: Instant): Promise<INodeExecutionData[][]> {
	const store = requireLedger(context);
	const key = await readSealKey(context);
	const holder = `${context.getExecutionId()}:${context.getNode().name}`;
	const by = { holder, now };
	const found = [...(await claimNews(store, by)), ...(await claimEndings(store, by))];
	const news = sealNews<DueNews | EndingNews>(found, key);
	const rows = news.flatMap(({ handoff: { event } }) => event ?? []);
	if (rows.length > 0) await store.write({ rows, positions: [] });
	const isLate = (one: DueNews | EndingNews) => 'milestone' in one && isBreach(one);
	return [itemsOf(news.filter((one) => !isLate(one))), itemsOf(news.filter(isLate))];
}

/** What is due and ours to tell, by the ledger as it was read after the claims were made. */
async function claimNews(
	store: LedgerStore,
	by: { holder: string; now: Instant },
): Promise<DueNews[]> {
	const positions = await store.positions({ steps: WATCHED_STEPS });
	const watched = positions.filter((position) => isWatched(position, by.now));
	const ids = watched.map(({ handoffId }) => handoffId);
	if (ids.length === 0) return [];
	const found = findDue(await store.rows(ids), ids, by.now);
	if (found.length === 0) return [];
	const about = [...new Set(found.map(({ handoffId }) => handoffId))];
	const { claims, rows } = await store.claimAndRead(claimsOn(found, by), about);
	return heldNews(dueNews(rows, about, by.now), claims, by.holder);
}

/** The exceptions that end soon and are ours to tell. Most runs end with the first, small look. */
async function claimEndings(
	store: LedgerStore,
	by: { holder: string; now: Instant },
): Promise<EndingNews[]> {
	const grants = await store.allRows({ type: 'requirement.waived' });
	const about = mayEndSoon(grants, by.now);
	if (about.length === 0) return [];
	const found = endingNews(await store.rows(about), by.now);
	if (found.length === 0) return [];
	const ids = [...new Set(found.map(({ handoffId }) => handoffId))];
	const { claims, rows } = await store.claimAndRead(claimsOn(found, by), ids);
	return heldNews(endingNews(rows, by.now), claims, by.holder);
}

function requireLedger(context: IExecuteFunctions): LedgerStore {
	if (isAskedByAgent(context)) {
		throw new HandoffProblem(
			'“Find What Is Due” tells people, and an agent may only ask',
			'Start it by a schedule in a workflow of its own.',
		);
	}
	const store = openLedger(context);
	if (store !== undefined) return store;
	throw new HandoffProblem(
		'“Find What Is Due” looks into the ledger, and none is kept',
		'Set “Keep Ledger” as on Readiness Gate and Handoff Accept.',
	);
}

const itemsOf = (news: ReadonlyArray<{ handoff: Handoff }>): INodeExecutionData[] =>
	news.map(({ handoff }) => ({ json: { handoff: { ...handoff } }, pairedItem: { item: 0 } }));
