import { POSITION_COLUMNS } from '../../../nodes/domain/life/position';
import { claimSchema } from '../../../nodes/domain/life/claims';
import { isNumberColumn, LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';

/**
 * How PostgreSQL keeps ledgers. `$1` is always whose ledger it is: rows of test runs, and of other
 * clients, stand in the same tables under another name.
 */

interface Column {
	name: string;
	type: string;
}

const rowColumns: Column[] = LEDGER_COLUMNS.map((name) => ({
	name,
	type: isNumberColumn(name) ? (name === 'attempt' ? 'integer' : 'double precision') : 'text',
}));
const positionColumns: Column[] = POSITION_COLUMNS.map((name) => ({
	name,
	type: name === 'attempt' ? 'integer' : 'text',
}));
const claimColumns: Column[] = claimSchema.keyof().options.map((name) => ({ name, type: 'text' }));

const quoted = (columns: readonly Column[]): string =>
	columns.map(({ name }) => `"${name}"`).join(', ');
const typed = (columns: readonly Column[], more = ''): string =>
	columns.map(({ name, type }) => `"${name}" ${type}${more}`).join(', ');

/** A list of objects, as JSON text, as rows in their order. */
const listed = (parameter: string, columns: readonly Column[]): string =>
	`rows from (jsonb_to_recordset(${parameter}::jsonb) as (${typed(columns)})) with ordinality as given(${quoted(columns)}, place)`;

const ID = '"id" bigint generated always as identity';
const LEDGER = '"ledger" text not null';

/** Rows are numbered as they are first written, so that one that was moved shows. */
export const CREATE_TABLES = [
	`create table if not exists handoff_rows (${ID}, ${LEDGER}, ${typed(rowColumns)}, primary key ("ledger", "eventId"))`,
	'create index if not exists handoff_rows_of on handoff_rows ("ledger", "handoffId")',
	`create table if not exists handoff_positions (${LEDGER}, ${typed(positionColumns)}, primary key ("ledger", "handoffId"))`,
	`create table if not exists handoff_claims (${ID}, ${LEDGER}, ${typed(claimColumns, ' not null')}, "createdAt" timestamptz not null)`,
	'create index if not exists handoff_claims_of on handoff_claims ("ledger", "claim")',
	`create or replace view handoff_ledger as select "id", ${quoted(rowColumns)} from handoff_rows where "ledger" = ''`,
].join(';\n');

export const READ_REAL_ROWS = 'select * from handoff_ledger order by "id"';

/** Of one policy, of these handoffs, or of all that stand at one of these steps. */
export const POSITIONS = `select ${quoted(positionColumns)} from handoff_positions
where "ledger" = $1
and (nullif($2, '') is null or "policyId" = $2)
and ($3::jsonb is null or "handoffId" in (select jsonb_array_elements_text($3::jsonb)))
and ($4::jsonb is null or "step" in (select jsonb_array_elements_text($4::jsonb)))`;

export const ROWS = `select * from handoff_rows
where "ledger" = $1 and "handoffId" in (select jsonb_array_elements_text($2::jsonb))
order by "id"`;

/** An empty text asks for nothing. */
export const ALL_ROWS = `select * from handoff_rows
where "ledger" = $1
and (nullif($2, '') is null or "policyId" = $2)
and (nullif($3, '') is null or "type" = $3)
and (nullif($4, '') is null or "at"::timestamptz >= nullif($4, '')::timestamptz)
and (nullif($5, '') is null or "at"::timestamptz < nullif($5, '')::timestamptz)
order by "id"`;

/**
 * One after the other: without the lock a claim that got its number first could be seen last, and two
 * would think that they were the first.
 */
export const CLAIM = `lock table handoff_claims in share row exclusive mode;
insert into handoff_claims ("ledger", ${quoted(claimColumns)}, "createdAt")
select $1, ${quoted(claimColumns)}, clock_timestamp() from ${listed('$2', claimColumns)} order by place;
select * from handoff_claims
where "ledger" = $1 and "claim" in (select one ->> 'claim' from jsonb_array_elements($2::jsonb) one)
order by "id"`;

/** A row that is there stays as it was first written. All of it is kept, or nothing. */
export const WRITE = `insert into handoff_rows ("ledger", ${quoted(rowColumns)})
select $1, ${quoted(rowColumns)} from ${listed('$2', rowColumns)} order by place
on conflict ("ledger", "eventId") do nothing;
insert into handoff_positions ("ledger", ${quoted(positionColumns)})
select distinct on ("handoffId") $1, ${quoted(positionColumns)} from ${listed('$3', positionColumns)}
order by "handoffId", place desc
on conflict ("ledger", "handoffId") do update set ${positionColumns
	.map(({ name }) => `"${name}" = excluded."${name}"`)
	.join(', ')}`;

/** What names people is written anew, for a person who is to be forgotten. */
export const REWRITE = `update handoff_rows set "actor" = given."actor", "reasons" = given."reasons", "data" = given."data"
from jsonb_to_recordset($2::jsonb) as given("eventId" text, "actor" text, "reasons" text, "data" text)
where handoff_rows."ledger" = $1 and handoff_rows."eventId" = given."eventId"`;

/** Positions stay, so that a record that is found again is left alone. */
export const REMOVE = `delete from handoff_claims
where "ledger" = $1 and "handoffId" in (select jsonb_array_elements_text($2::jsonb));
delete from handoff_rows
where "ledger" = $1 and "handoffId" in (select jsonb_array_elements_text($2::jsonb))`;
