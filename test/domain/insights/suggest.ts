import { buildReport } from '../../../nodes/domain/insights/buildReport';
import type { Report } from '../../../nodes/domain/insights/report';
import { suggestions } from '../../../nodes/domain/insights/suggestions';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import type { Policy } from '../../../nodes/domain/policy/policy';
import { handoffRows, utc } from './handoffRows';

/** Asks for an amount and a scope, and for an answer within an hour. */
export const POLICY = parsePolicy({
	id: 'kick-off',
	version: '1',
	record: { id: 'id' },
	requirements: [
		{ id: 'amount', label: 'Budget', field: 'amount', check: { kind: 'present' } },
		{ id: 'scope', label: 'Scope', field: 'scope', check: { kind: 'present' } },
	],
	sla: { accept: { minutes: 60 } },
});

/** The rows of so many handoffs of one kind, all begun on one Monday. */
export const many = (count: number, steps: string, different: Partial<LedgerRow> = {}) =>
	Array.from({ length: count }, (_, index) => {
		const { policyId = '', sendingTeam = '', receivingTeam = '' } = different;
		const id = [steps, policyId, sendingTeam, receivingTeam, index].join(' ');
		return handoffRows({ id, began: 'Mon 2026-03-02 09:00', ...different }, steps);
	}).flat();

/** The report of rows on the last Monday of the month. */
export function reportOf(rows: readonly unknown[], policies: readonly Policy[] = [POLICY]): Report {
	const now = utc('Mon 2026-03-30 09:00');
	return buildReport(readRows(rows).rows, { timezone: 'UTC', policies }, now);
}

export const suggest = (rows: readonly unknown[], policies: readonly Policy[] = [POLICY]) =>
	suggestions(reportOf(rows, policies), policies);

export const kindsOf = (rows: readonly unknown[], policies: readonly Policy[] = [POLICY]) =>
	suggest(rows, policies).map(({ kind }) => kind);
