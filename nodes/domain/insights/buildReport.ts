import { formatInstant, type Instant } from '../base/instant';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import { readHistory, type HandoffHistory } from './handoffHistory';
import { handoffsOf } from './handoffsOf';
import type { Report, ReportOptions } from './report';
import { startLedgerTallies, startPeriodTallies } from './tallies';
import { dayReader } from './week';

/**
 * Computes the figures of a ledger. Linear in the rows; gives no share below n = 10, and names no
 * people unless told to.
 *
 * @param rows rows as `readRows` gives them, each event once, in any order
 */
export function buildReport(
	rows: readonly LedgerEvent[],
	options: ReportOptions,
	now: Instant,
): Report {
	const since = options.since ?? Number.NEGATIVE_INFINITY;
	const clock = { now, dayOf: dayReader(options.timezone) };
	const ledger = startLedgerTallies(options, clock);
	const tallies = startPeriodTallies(options, clock);
	const span = startSpan();
	for (const events of handoffsOf(rows)) {
		const history = readHistory(events);
		if (history === undefined) continue;
		ledger.add(history);
		if (history.firstAt < since) continue;
		span.add(history);
		tallies.add(history);
		ledger.addOfPeriod(history);
	}
	const counted = tallies.read();
	return {
		schema: 1,
		generatedAt: formatInstant(now),
		timezone: options.timezone,
		...span.read(),
		rows: { counted: span.rows(), problems: options.problems ?? [] },
		...counted,
		...ledger.read(counted),
	};
}

/** From when to when rows counted, and how many. */
function startSpan() {
	const span = { rows: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
	return {
		add({ events, firstAt, last }: HandoffHistory) {
			span.rows += events.length;
			span.from = Math.min(span.from, firstAt);
			span.to = Math.max(span.to, last.at);
		},
		rows: () => span.rows,
		read: () =>
			span.rows === 0
				? {}
				: { period: { from: formatInstant(span.from), to: formatInstant(span.to) } },
	};
}
