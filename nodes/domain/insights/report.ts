import type { Instant } from '../base/instant';
import type { RowProblem } from '../ledger/rowProblems';
import type { Policy } from '../policy/policy';
import type { Changes } from './change/changes';
import type { PeriodBefore } from './change/periodBefore';
import type { Measures } from './figures';
import type { OpenNow } from './openNow';
import type { PersonLine } from './people';
import type { FieldLine, ReasonLine, UnnamedLine } from './policyLines';
import type { QuestionLine } from './questionLines';
import type { Replay } from './replay/replay';
import type { Group } from './reportGroups';
import type { RequirementLine } from './requirementLines';
import type { ReturnCost } from './returnCost';
import type { SilentTeam } from './silentTeams';

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
	/** The figures of the period before; absent when the report is of all rows. */
	before?: PeriodBefore;
	/** Whatever the period: what is open as of now. */
	open: OpenNow;
	byPolicy: Group[];
	/** By policy and team pair. */
	byTeams: Group[];
	/** By the ISO week in which a handoff began, the earliest first. */
	byWeek: Group[];
	/** What changed within the period, and what it did. */
	changes: Changes;
	fields: FieldLine[];
	reasons: ReasonLine[];
	/** What returns cost the sending teams. */
	returnCost: ReturnCost;
	/** Receiving teams by how much they left unanswered. */
	unanswered: SilentTeam[];
	/** By policy: returns that do not say which field they are about. */
	unnamedReturns: UnnamedLine[];
	/** Of the policies at hand; empty without one. */
	requirements: RequirementLine[];
	/** What receiving teams asked before they decided, by policy and field, the most asked first. */
	questions: QuestionLine[];
	/** What the backtests of suggestions rest on. */
	replay: Replay;
	/** Only when people may be named. */
	people?: PersonLine[];
}
