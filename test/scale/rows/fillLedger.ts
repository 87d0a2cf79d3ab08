import { z } from 'zod';
import { LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';
import { mixedRows, rowsAsCsv, TABLE } from '../sql/rows';
import { psql } from '../sql/psql';

/** Rows that are made here; PostgreSQL copies them under other ids until there are enough. */
const MADE = 20_000;

/** What PostgreSQL counts in the first rows of the ledger, to hold the report against. */
export interface Counted {
	rows: number;
	handoffs: number;
	accepted: number;
}

/** Fills the table `handoff_ledger` with at least so many rows, in the order of their `place`. */
export function fillLedger(port: number, count: number): void {
	const made = mixedRows(MADE);
	psql(
		port,
		`${TABLE}\ncopy handoff_ledger from stdin with (format csv);\n${rowsAsCsv(made)}\n\\.\n`,
	);
	const copies = Math.ceil(count / MADE) - 1;
	psql(
		port,
		`alter table handoff_ledger add column "id" bigint generated always as identity;
create temp table made as select * from handoff_ledger;
alter table made drop column "id";
update made set "eventId" = "eventId" || '-', "handoffId" = "handoffId" || '-';
insert into handoff_ledger select "eventId" || copy, "type", "at", "handoffId" || copy, ${REST}
from made cross join generate_series(1, ${copies}) as copy order by copy;
create unique index on handoff_ledger ("id");`,
	);
}

const REST = LEDGER_COLUMNS.filter(
	(column) => !['eventId', 'type', 'at', 'handoffId'].includes(column),
)
	.map((column) => `"${column}"`)
	.join(', ');

const countedSchema = z.object({ rows: z.number(), handoffs: z.number(), accepted: z.number() });

/** Counts the first `rows` rows in PostgreSQL. */
export const countLedger = (port: number, rows: number): Counted =>
	countedSchema.parse(
		JSON.parse(
			psql(
				port,
				`select json_build_object('rows', count(*), 'handoffs', count(distinct "handoffId"),
'accepted', count(distinct "handoffId") filter (where "type" = 'handoff.accepted'))
from handoff_ledger where "id" <= ${rows};`,
			),
		),
	);
