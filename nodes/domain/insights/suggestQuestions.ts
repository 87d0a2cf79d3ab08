import type { Policy, Requirement } from '../policy/policy';
import { upperTail } from './chance';
import { formatInterval } from './formatFigures';
import type { QuestionLine } from './questionLines';
import { FEWEST } from './rate';
import { backtestQuestions } from './replay/backtestQuestions';
import type { Replay } from './replay/replay';
import type { Report } from './report';
import { requirementOf } from './requirementOf';
import { aboutField, type Candidate, type Suggestion } from './suggestion';
import { tightenCheck } from './tightenCheck';

const FEWEST_ASKED = 3;
const ASKED_SHARE = 0.1;

/** Fields about which receiving teams ask again and again, although the gate let the record pass. */
export const suggestQuestions = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.questions
		.filter(({ field, asked }) => field !== '' && asked.n >= FEWEST)
		.flatMap((line) => {
			const known = requirementOf(policies, line.policyId, ({ field }) => field === line.field);
			if (known === undefined) return [];
			const { hits, share = 0 } = line.asked;
			const worth = hits >= FEWEST_ASKED && share >= ASKED_SHARE;
			return [
				{
					about: aboutField(line),
					chance: upperTail(line.asked, ASKED_SHARE / 2),
					...(worth && { advise: () => requireAsked(line, known, report) }),
				},
			];
		});

function requireAsked(
	line: QuestionLine,
	known: Requirement,
	{ replay }: { replay: Replay },
): Omit<Suggestion, 'chance'> {
	const { policyId, field, asked, answered } = line;
	const warns = known.severity === 'warning';
	return {
		kind: 'requireAsked',
		policyId,
		title: warns
			? `Require “${known.label}”: receiving teams ask about it`
			: `Ask more of “${known.label}” at the gate: receiving teams ask about it`,
		evidence: `A question about ${field} was asked in ${asked.hits} of ${asked.n} submissions (${formatInterval(asked)}).`,
		against:
			answered.n - answered.hits === 0
				? ''
				: `${answered.n - answered.hits} of ${answered.n} of these questions were left unanswered: the sending team may not know it either.`,
		change: {
			policyId,
			place: 'requirements',
			action: 'replace',
			json: warns ? { ...known, severity: 'blocker' } : askedForMore(known),
		},
		backtest: backtestQuestions(replay, { policyId, field }),
		weight: asked.hits,
	};
}

/** A stricter check; where the check cannot say more, its wording has to. */
function askedForMore(known: Requirement): Requirement {
	const check = tightenCheck(known.check);
	if (check !== undefined) return { ...known, check };
	return { ...known, howToFix: `${known.howToFix} Say what receiving teams ask about.`.trim() };
}
