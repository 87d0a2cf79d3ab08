import { formatInstant, type Instant } from '../base/instant';
import { openPauseOf, readClock, type Clock } from './clock';

/** Stops counting from `at` on. A clock that is paused or stopped stays as it is. */
export function pauseClock(clock: Clock, at: Instant): Clock {
	if (clock.stoppedAt !== undefined || openPauseOf(clock)) return readClock(clock, at);
	return readAnew({ ...clock, pauses: [...clock.pauses, { from: formatInstant(at) }] }, at);
}

/** Counts on from `at`. A clock that is not paused stays as it is. */
export function resumeClock(clock: Clock, at: Instant): Clock {
	if (clock.stoppedAt !== undefined || !openPauseOf(clock)) return readClock(clock, at);
	return readAnew({ ...clock, pauses: closePause(clock, at) }, at);
}

/**
 * Ends a clock: met when the deadline had not passed at `at` (the deadline itself is in time),
 * breached otherwise. A clock that is stopped already stays as it is.
 */
export function stopClock(clock: Clock, at: Instant): Clock {
	if (clock.stoppedAt !== undefined) return readClock(clock, at);
	return readAnew({ ...clock, pauses: closePause(clock, at), stoppedAt: formatInstant(at) }, at);
}

const readAnew = (clock: Clock, now: Instant): Clock =>
	readClock({ ...clock, explanation: [] }, now);

const closePause = ({ pauses }: Clock, at: Instant): Clock['pauses'] =>
	pauses.map((pause) => (pause.to === undefined ? { ...pause, to: formatInstant(at) } : pause));
