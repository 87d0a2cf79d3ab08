import { formatInstant, type Instant } from '../base/instant';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import type { RowProblem } from '../ledger/rowProblems';
import type { Policy } from '../policy/policy';
import { entry } from './entry';
import type { Measures } from './figures';
import { handoffsOf } from './handoffsOf';
import { startMeasures, type MeasuresTally } from './measures';
import { startPeople, type PersonLine } from './people';
import { startPolicyLines, type FieldLine, type ReasonLine } from './policyLines';
import { startReplay, type Replay } from './replay/replay';
import { startRequirementLines, type RequirementLine } from './requirementLines';
import { tellStory, type Story } from './story';
import { weekNamer } from './week';

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

/** The figures of the handoffs that have something in common. */
export interface Group {
	key: string;
	policyId?: string;
	sendingTeam?: string;
	receivingTeam?: string;
	measures: Measures;
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
	/** Of the policies at hand; empty without one. */
	requirements: RequirementLine[];
	/** What the backtests of suggestions rest on. */
	replay: Replay;
	/** Only when people may be named. */
	people?: PersonLine[];
}

type Label = Omit<Group, 'measures'>;
type Groups = Map<string, { label: Label; tally: MeasuresTally }>;

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
		const story = tellStory(events);
		if (story === undefined || story.firstAt < since) continue;
		span.counted += events.length;
		span.from = Math.min(span.from, story.firstAt);
		span.to = Math.max(span.to, story.last.at);
		tallies.add(story);
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
	const calendars = new Map(
		policies.flatMap(({ id, calendars: { receiver } }) =>
			receiver === undefined ? [] : [[id, receiver] as const],
		),
	);
	const totals = startMeasures(now, calendars);
	const byPolicy: Groups = new Map();
	const byTeams: Groups = new Map();
	const byWeek: Groups = new Map();
	const lines = startPolicyLines();
	const requirements = startRequirementLines(policies);
	const replay = startReplay(policies, now);
	const persons = startPeople(now);
	const weekOf = weekNamer(timezone);
	const addTo = (groups: Groups, label: Label, story: Story) =>
		entry(groups, label.key, () => ({ label, tally: startMeasures(now, calendars) })).tally.add(
			story,
		);
	return {
		add(story: Story) {
			const { policyId, sendingTeam, receivingTeam } = story.last;
			totals.add(story);
			addTo(byPolicy, { key: policyId, policyId }, story);
			const teams = JSON.stringify([policyId, sendingTeam, receivingTeam]);
			addTo(byTeams, { key: teams, policyId, sendingTeam, receivingTeam }, story);
			addTo(byWeek, { key: weekOf(story.firstAt) }, story);
			lines.add(story);
			requirements.add(story);
			replay.add(story);
			if (people) persons.add(story);
		},
		read: () => ({
			totals: totals.read(),
			byPolicy: bySize(readGroups(byPolicy)),
			byTeams: bySize(readGroups(byTeams)),
			byWeek: readGroups(byWeek).sort((left, right) => (left.key < right.key ? -1 : 1)),
			fields: lines.readFields(),
			reasons: lines.readReasons(),
			requirements: requirements.read(),
			replay: replay.read(),
			...(people && { people: persons.read() }),
		}),
	};
}

const readGroups = (groups: Groups): Group[] =>
	[...groups.values()].map(({ label, tally }) => ({ ...label, measures: tally.read() }));

const bySize = (groups: Group[]): Group[] =>
	groups.sort((left, right) => right.measures.handoffs - left.measures.handoffs);
