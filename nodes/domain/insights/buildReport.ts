import { formatInstant, type Instant } from '../base/instant';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import type { RowProblem } from '../ledger/rowProblems';
import type { Policy } from '../policy/policy';
import type { Measures } from './figures';
import { handoffsOf } from './handoffsOf';
import { startMeasures } from './measures';
import { startPeople, type PersonLine } from './people';
import { startPolicyLines, type FieldLine, type ReasonLine, type UnnamedLine } from './policyLines';
import { startReplay, type Replay } from './replay/replay';
import { startRequirementLines, type RequirementLine } from './requirementLines';
import { readHistory, type HandoffHistory } from './handoffHistory';
import { receiverCalendars, startGroups, type Group } from './reportGroups';

export interface ReportOptions {
	/** IANA name of the zone in which weeks begin and times are said. */
	timezone: string;
	/** Only handoffs that began at or after this instant. */
	since?: Instant;
	/** The policies in force: give names to requirements and tell which ones never hold anything up. */
	policies?: readonly Policy[];
	/** Whether people may be named. The report is about rules and teams, so the default is no. */
	people?: boolean;
	/** What was wrong with the rows, as `readRows` told. */
	problems?: readonly RowProblem[];
}

export interface Report {
	schema: 1;
	generatedAt: string;
	timezone: string;
	/** From the first to the last row that counted; absent when none did. */
	period?: { from: string; to: string };
	rows: { counted: number; problems: readonly RowProblem[] };
	totals: Measures;
	byPolicy: Group[];
	/** By policy and team pair. */
	byTeams: Group[];
	/** By the ISO week in which a handoff began, the earliest first. */
	byWeek: Group[];
	fields: FieldLine[];
	reasons: ReasonLine[];
	/** By policy: returns that do not say which field they are about. */
	unnamedReturns: UnnamedLine[];
	/** Of the policies at hand; empty without one. */
	requirements: RequirementLine[];
	/** What the backtests of suggestions rest on. */
	replay: Replay;
	/** Only when people may be named. */
	people?: PersonLine[];
}

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
	const tallies = startTallies(options, now);
	const span = { counted: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
	for (const events of handoffsOf(rows)) {
		const history = readHistory(events);
		if (history === undefined || history.firstAt < since) continue;
		span.counted += events.length;
		span.from = Math.min(span.from, history.firstAt);
		span.to = Math.max(span.to, history.last.at);
		tallies.add(history);
	}
	return {
		schema: 1,
		generatedAt: formatInstant(now),
		timezone: options.timezone,
		...(span.counted > 0 && {
			period: { from: formatInstant(span.from), to: formatInstant(span.to) },
		}),
		rows: { counted: span.counted, problems: options.problems ?? [] },
		...tallies.read(),
	};
}

function startTallies({ timezone, policies = [], people = false }: ReportOptions, now: Instant) {
	const totals = startMeasures(now, receiverCalendars(policies));
	const groups = startGroups(timezone, now, policies);
	const lines = startPolicyLines();
	const requirements = startRequirementLines(policies);
	const replay = startReplay(policies, now);
	const persons = startPeople(now);
	return {
		add(history: HandoffHistory) {
			totals.add(history);
			groups.add(history);
			lines.add(history);
			requirements.add(history);
			replay.add(history);
			if (people) persons.add(history);
		},
		read: () => ({
			totals: totals.read(),
			...groups.read(),
			fields: lines.readFields(),
			reasons: lines.readReasons(),
			unnamedReturns: lines.readUnnamed(),
			requirements: requirements.read(),
			replay: replay.read(),
			...(people && { people: persons.read() }),
		}),
	};
}
