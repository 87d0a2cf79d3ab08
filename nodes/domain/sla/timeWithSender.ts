import type { LedgerEvent } from '../ledger/ledgerEvent';
import { instantOf } from '../ledger/cells';
import { formatInstant, type Instant } from '../base/instant';
import { openData } from '../ledger/openData';
import type { Clock } from '../time/clock';

type Pauses = Clock['pauses'];

/** Pauses in order, those that overlap or touch as one. */
export function mergePauses(pauses: Pauses): Pauses {
	const apart: Pauses = [];
	for (const pause of [...pauses].sort((one, other) => (one.from < other.from ? -1 : 1))) {
		const last = apart.at(-1);
		if (last === undefined || (last.to !== undefined && last.to < pause.from)) apart.push(pause);
		else if (last.to !== undefined && (pause.to === undefined || pause.to > last.to)) {
			apart[apart.length - 1] = { ...pause, from: last.from };
		}
	}
	return apart;
}

/**
 * When the clock of the receiving team stood in an attempt because a question of theirs was open, by its
 * rows: until it was closed, or until its time was over where no row says so.
 */
export function pausesByQuestions(events: readonly LedgerEvent[], attempt: number): Pauses {
	const pauses = new Map<string, Pauses[number]>();
	for (const event of [...events].sort((one, other) => one.at - other.at)) {
		if (event.attempt !== attempt) continue;
		if (event.type === 'question.asked') {
			const { questionId = '', answerBy } = openData(event);
			const to = instantOf(answerBy);
			const from = formatInstant(event.at);
			const end = to === undefined ? {} : { to: formatInstant(to) };
			pauses.set(questionId, { from, ...end, why: 'question' });
		} else if (event.type === 'question.answered' || event.type === 'question.unanswered') {
			const { questionId = '' } = openData(event);
			const known = pauses.get(questionId);
			if (known !== undefined) pauses.set(questionId, { ...known, to: formatInstant(event.at) });
		}
	}
	return mergePauses([...pauses.values()]);
}

/** A clock that goes on now, whatever pause was to last longer. */
export const goingOn = (clock: Clock, now: Instant): Clock => ({
	...clock,
	pauses: clock.pauses.map(({ to, ...pause }) => {
		const isPast = to !== undefined && Date.parse(to) <= now;
		return { ...pause, to: isPast ? to : formatInstant(now) };
	}),
});
