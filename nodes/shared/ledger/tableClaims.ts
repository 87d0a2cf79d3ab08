import type { IDataObject } from 'n8n-workflow';
import { formatInstant } from '../../domain/base/instant';
import type { Claim, StoredClaim } from '../../domain/life/claims';
import type { ClaimedAndRead } from './ledgerStore';
import { readClaims } from './storedRows';
import { anyOf, deleteRows, insertRows, getRows, splitOut } from './tableNodes';
import { isReadTorn, tableProblem } from './tableProblem';
import { checked, MOST_CONDITIONS, readByValues } from './tableReads';
import type { TableRuns } from './tableRuns';

/** How often old claims are deleted: once in so many that are made. */
const SWEEP_EVERY = 200;
const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Adds claims, then reads the rows, and the claims last. PostgreSQL numbers a row before others can
 * see it, so one with a lower number may appear a moment later than ours: reading takes longer.
 */
export async function claimAndRead(
	runs: TableRuns,
	claims: readonly Claim[],
	handoffIds: readonly string[],
): Promise<ClaimedAndRead> {
	const ids = [...new Set(handoffIds)];
	if (claims.length === 0) return { claims: [], rows: await readLedgerOf(runs, ids) };
	const found = await addAndRead(runs, claims, ids);
	const rows = found?.rows ?? (await readLedgerOf(runs, ids));
	const stored = readClaims(found?.claims ?? (await readClaimsOf(runs, claims)), claims);
	await sweepSometimes(runs, stored, claims);
	return { claims: stored, rows };
}

/** Answers nothing when it could not read all of it in one inner run: the claims are made then. */
async function addAndRead(
	{ run, tables }: TableRuns,
	claims: readonly Claim[],
	ids: readonly string[],
): Promise<{ claims: IDataObject[]; rows: IDataObject[] } | undefined> {
	const item = { claims: claims.map((claim) => ({ ...claim })) };
	const keys = keysOf(claims);
	if (Math.max(keys.length, ids.length) > MOST_CONDITIONS) {
		await run((found) => [[splitOut('claims'), insertRows(found.claims)]], { item });
		return undefined;
	}
	try {
		const all = await run(
			(found) => [
				[splitOut('claims'), insertRows(found.claims)],
				...(ids.length > 0 ? [[getRows(found.ledger, anyOf('handoffId', ids))]] : []),
				[getRows(found.claims, anyOf('claim', keys))],
			],
			{ item, joined: true },
		);
		return splitByTable(tables, all);
	} catch (thrown) {
		if (isReadTorn(thrown)) return undefined;
		throw tableProblem(thrown);
	}
}

/** What one inner run read from both tables. */
const splitByTable = (
	tables: TableRuns['tables'],
	all: IDataObject[],
): { claims: IDataObject[]; rows: IDataObject[] } => ({
	claims: checked(
		tables.claims,
		all.filter(({ holder }) => holder !== undefined),
	),
	rows: checked(
		tables.ledger,
		all.filter(({ eventId }) => eventId !== undefined),
	),
});

const keysOf = (claims: readonly Claim[]): string[] => [
	...new Set(claims.map(({ claim }) => claim)),
];

const readLedgerOf = (runs: TableRuns, values: readonly string[]): Promise<IDataObject[]> =>
	readByValues(runs, 'ledger', { column: 'handoffId', values });

const readClaimsOf = (runs: TableRuns, claims: readonly Claim[]): Promise<IDataObject[]> =>
	readByValues(runs, 'claims', { column: 'claim', values: keysOf(claims) });

/** Claims that ran out more than a day ago go, now and then. If that fails, the next one tries. */
async function sweepSometimes(
	{ run }: TableRuns,
	stored: readonly StoredClaim[],
	claims: readonly Claim[],
): Promise<void> {
	if (!stored.some(({ id }) => id % SWEEP_EVERY === 0)) return;
	const earliest = Math.min(...claims.map(({ until }) => Date.parse(until)));
	if (Number.isNaN(earliest)) return;
	const before = formatInstant(earliest - DAY_MS);
	const old = { match: 'all', conditions: [{ column: 'until', is: 'lt', value: before }] } as const;
	await run((found) => [[deleteRows(found.claims, old)]]).catch(() => []);
}
