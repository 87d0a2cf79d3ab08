import type { Handoff } from '../../handoff/envelope';
import type { AskedQuestion } from '../../handoff/askedQuestion';
import type { Instant } from '../../base/instant';
import { FIX } from '../../sla/agreedTerms';
import { AROUND_THE_CLOCK } from '../../time/calendar';
import { startClock } from '../../time/clock';
import type { Target } from '../../time/target';

/** Of working time; of the plain day where the policy does not say when the sending team works. */
const MINUTES = { working: 8 * 60, plain: 24 * 60 };
const HALF = 50;

/**
 * When the answer to a question is due and when who is to answer is reminded: by what the policy allows
 * the sending team to fix something, `sla.fix`, in its working hours. Where the policy allows nothing,
 * eight working hours; where it has no working hours either, 24 hours.
 *
 * @throws HandoffProblem when the sending team never works again
 */
export function timeToAnswer(
	{ agreed }: Pick<Handoff, 'agreed'>,
	at: Instant,
): Pick<AskedQuestion, 'remindAt' | 'answerBy'> {
	const calendar = agreed.calendars.sender;
	const minutes = calendar === undefined ? MINUTES.plain : MINUTES.working;
	const target: Target = agreed.sla[FIX] ?? { minutes, milestones: [], escalateTo: [] };
	const { deadline, milestones } = startClock({
		name: FIX,
		target: { ...target, milestones: [HALF] },
		calendar: calendar ?? AROUND_THE_CLOCK,
		at,
	});
	return { remindAt: milestones[0]?.dueAt ?? deadline, answerBy: deadline };
}
