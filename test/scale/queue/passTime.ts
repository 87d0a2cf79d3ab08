import { psql } from '../sql/psql';
import type { Service } from './services';

/** More than any claim, question or pause of a handoff lasts. */
const DAYS = 60;

const quoted = (texts: readonly string[]): string =>
	texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ');

/**
 * Lets two months go by for the handoffs of these deals: whatever the ledger says of when they came
 * where they stand, or until when somebody holds a claim or waits, was so much earlier.
 *
 * Nothing may be under way about them meanwhile.
 */
export function passTime({ port }: Service, dealIds: readonly string[]): void {
	const run = (sql: string) => psql(port, sql).trim();
	const tableOf = (name: string) =>
		`"data_table_user_${run(`select id from data_table where name = '${name}'`)}"`;
	const [ledger, positions, claims] = ['ledger', 'positions', 'claims'].map((use) =>
		tableOf(`handoff_${use}`),
	);
	const earlier = (column: string) =>
		`to_char(("${column}")::timestamptz at time zone 'UTC' - interval '${DAYS} days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
	const past = new Date(Date.now() - DAYS * 86_400_000).toISOString();
	const theirs = `select "handoffId" from ${ledger} where "recordId" in (${quoted(dealIds)})`;
	run(`
		update ${claims} set "until" = ${earlier('until')}
			where "handoffId" in (${theirs}) or "handoffId" not in (select "handoffId" from ${ledger});
		update ${positions} set "since" = ${earlier('since')},
			"closesAt" = case when coalesce("closesAt", '') = '' then "closesAt" else '${past}' end
			where "handoffId" in (${theirs});
		update ${ledger} set "at" = ${earlier('at')},
			"data" = regexp_replace("data", '"closesAt":"[^"]*"', '"closesAt":"${past}"')
			where "recordId" in (${quoted(dealIds)});
	`);
}
