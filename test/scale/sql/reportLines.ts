import type { Report } from '../../../nodes/domain/insights/report';
import type { Measures } from '../../../nodes/domain/insights/figures';

/** The report's figures in the columns of the view `handoff_figures`. */
export const figureLines = ({ totals, byPolicy, byTeams, byWeek }: Report): object[] => [
	lineOf({}, totals),
	...byPolicy.map(({ policyId, measures }) => lineOf({ policy: policyId }, measures)),
	...byTeams.map(({ policyId, sendingTeam, receivingTeam, measures }) =>
		lineOf(
			{ policy: policyId, sending_team: sendingTeam, receiving_team: receivingTeam },
			measures,
		),
	),
	...byWeek.map(({ key, measures }) => lineOf({ week: key }, measures)),
];

const NOBODY = { policy: null, sending_team: null, receiving_team: null, week: null };

const lineOf = (group: object, measures: Measures): object => ({
	...NOBODY,
	...group,
	handoffs: measures.handoffs,
	accepted: measures.accepted,
	submissions: measures.submissions,
	returns: measures.returns,
	first_pass: measures.firstPass.hits,
	first_pass_n: measures.firstPass.n,
	ready_at_first_look: measures.readyAtFirstLook.hits,
	ready_at_first_look_n: measures.readyAtFirstLook.n,
	unanswered: measures.unanswered.hits,
	ended_n: measures.unanswered.n,
	answered_in_time: measures.answeredInTime.hits,
	answered_in_time_n: measures.answeredInTime.n,
	waived: measures.waived.hits,
	waived_n: measures.waived.n,
	conflicts: measures.conflicts.hits,
	conflicts_n: measures.conflicts.n,
	escapes: measures.escapes.hits,
	escapes_n: measures.escapes.n,
	attempts_median: measures.attempts.median,
	attempts_p90: measures.attempts.p90,
	receiver_minutes_median: measures.receiverMinutes.median,
	receiver_minutes_p90: measures.receiverMinutes.p90,
	sender_minutes_median: measures.senderMinutes.median,
	sender_minutes_p90: measures.senderMinutes.p90,
});

export const reasonLines = ({ reasons }: Report): object[] =>
	reasons.map(({ policyId, code, returns, escapes }) => ({
		policy: policyId,
		code,
		returns: returns.hits,
		escapes,
	}));

export const fieldLines = ({ fields }: Report): object[] =>
	fields.map(({ policyId, field, notMet, returns, escapes }) => ({
		policy: policyId,
		field,
		not_met: notMet.hits,
		returns,
		escapes: escapes.hits,
	}));
