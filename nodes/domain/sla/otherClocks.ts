import type { Handoff } from '../handoff/envelope';
import type { Clock } from '../time/clock';

/** All clocks of a handoff, each by itself. */
export function clocksOf({ clock }: Handoff): Clock[] {
	if (clock === undefined) return [];
	const { others = [], ...own } = clock;
	return [own, ...others];
}

/** One clock as the clock of its handoff, with the others beside it. */
export const withOthers = (clock: Clock, others: Clock[]): Clock =>
	others.length === 0 ? clock : { ...clock, others: others.map(withoutReached) };

const withoutReached = (clock: Clock): Clock => ({ ...clock, reached: undefined });

/** Whether two are the same clock, at whatever moments they were read. */
export const sameClock = (
	one: Pick<Clock, 'name' | 'startedAt'>,
	other: Pick<Clock, 'name' | 'startedAt'>,
): boolean => one.name === other.name && one.startedAt === other.startedAt;
