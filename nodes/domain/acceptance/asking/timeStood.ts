import type { Instant } from '../../base/instant';
import type { AskedHandoff } from '../../handoff/askedHandoff';
import { closedAt, type AskedQuestion } from '../../handoff/askedQuestion';
import { sameClock, withOthers, clocksOf } from '../../sla/otherClocks';
import { mergePauses } from '../../sla/timeWithSender';
import { readClock, type Clock } from '../../time/clock';
import { planReminders } from '../reminders';

/**
 * The request with the time that it stood while questions were open: deadline and milestones move on by
 * the working time of the receiving team that was not counted. While a question is open, they are those
 * that hold if no answer comes. A clock of the handoff stands as well, and explains it.
 *
 * @param clock by which the request was put, as it was then
 */
export function withTimeStood(handoff: AskedHandoff, clock: Clock, now: Instant): AskedHandoff {
	const { request } = handoff;
	if (request.questions.length === 0) return handoff;
	const ends = standing(clock, closedSpans(request.questions), now);
	const known = new Set(clock.milestones.map(({ id }) => id));
	const milestones = planReminders(
		ends.milestones.filter(({ id }) => known.has(id)),
		handoff.receiver.people,
		handoff.agreed.calendars,
	).map((planned) => {
		const { firedAt, late } = request.milestones.find(({ id }) => id === planned.id) ?? {};
		return { ...planned, ...(firedAt && { firedAt }), ...(late && { late }) };
	});
	const moved = {
		respondBy: ends.deadline,
		closesAt: milestones.at(-1)?.dueAt ?? ends.deadline,
		milestones,
	};
	return { ...withStandingClock(handoff, clock, now), request: { ...request, ...moved } };
}

/** The clock that travels with the handoff, where it is the one of the request. */
function withStandingClock(handoff: AskedHandoff, clock: Clock, now: Instant): AskedHandoff {
	const clocks = clocksOf(handoff);
	if (!clocks.some((one) => sameClock(one, clock))) return handoff;
	const others = clocks.filter((one) => !sameClock(one, clock));
	const stood = standing(clock, openSpans(handoff.request.questions), now);
	return { ...handoff, clock: withOthers(stood, others) };
}

type Spans = Clock['pauses'];

function standing(clock: Clock, spans: Spans, now: Instant): Clock {
	const pauses = [...clock.pauses, ...spans];
	return readClock({ ...clock, others: undefined, pauses, explanation: [] }, now);
}

/** While a question is open, its span has no end yet. */
const openSpans = (questions: readonly AskedQuestion[]): Spans =>
	mergePauses(questions.map((question) => spanOf(question, closedAt(question))));

const closedSpans = (questions: readonly AskedQuestion[]): Spans =>
	mergePauses(
		questions.map((question) => spanOf(question, closedAt(question) ?? question.answerBy)),
	);

const spanOf = ({ at }: AskedQuestion, to: string | undefined): Spans[number] => ({
	from: at,
	...(to === undefined ? {} : { to }),
	why: 'question',
});
