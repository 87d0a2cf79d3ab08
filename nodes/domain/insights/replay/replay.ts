import { formatInstant, type Instant } from '../../base/instant';
import type { Policy } from '../../policy/policy';
import type { HandoffHistory } from '../handoffHistory';
import { startQuestionLines, type QuestionLine } from '../questionLines';
import { startAnswerReplays, type AnswerReplay } from './replayAnswers';
import { startFieldReplays, type FieldReplay } from './replayFields';
import { startRequirementReplays, type RequirementReplay } from './replayRequirements';
import { startTeamReplays, type TeamReplay } from './replayTeams';

/** A quarter, in weeks: what the backtest of a suggestion looks back on. */
export const QUARTER_WEEKS = 13;
/** The same in milliseconds. */
export const QUARTER = QUARTER_WEEKS * 7 * 24 * 60 * 60 * 1000;

/**
 * What the ledger knows of the last quarter's handoffs that another rule would have changed. A ledger
 * keeps verdicts, outcomes and times, and no values of the record: what a new check would have said
 * can be bounded by it and not told.
 */
export interface Replay {
	/** Only handoffs that began at or after this instant, and within the report. */
	since: string;
	handoffs: number;
	/** Of the policies at hand; empty without one. */
	requirements: RequirementReplay[];
	/** Fields that came back although the gate had passed them. */
	fields: FieldReplay[];
	/** By policy. */
	answers: AnswerReplay[];
	/** By policy and team pair. */
	teams: TeamReplay[];
	/** By policy and field. */
	questions: QuestionLine[];
}

export interface ReplayTally {
	add(history: HandoffHistory): void;
	read(): Replay;
}

/** Starts to replay the handoffs of the 13 weeks before `now`. */
export function startReplay(policies: readonly Policy[], now: Instant): ReplayTally {
	const since = now - QUARTER;
	const requirements = startRequirementReplays(policies);
	const fields = startFieldReplays();
	const answers = startAnswerReplays();
	const teams = startTeamReplays();
	const questions = startQuestionLines();
	let handoffs = 0;
	return {
		add(history) {
			if (history.firstAt < since) return;
			handoffs += 1;
			for (const part of [requirements, fields, answers, teams, questions]) part.add(history);
		},
		read: () => ({
			since: formatInstant(since),
			handoffs,
			requirements: requirements.read(),
			fields: fields.read(),
			answers: answers.read(),
			teams: teams.read(),
			questions: questions.read(),
		}),
	};
}
