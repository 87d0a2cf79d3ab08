import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../domain/base/isObject';
import type { Handoff } from '../domain/handoff/envelope';
import { HandoffProblem } from '../domain/base/problem';
import { clockSchema, type Clock } from '../domain/time/clock';
import type { TimedHandoff } from '../domain/sla/handoffClock';
import { isStoredClock } from '../domain/time/storedClock';
import { timedHandoffSchema } from '../domain/sla/timedHandoff';
import { jsonValue } from '../shared/jsonValue';
import { readEnvelope } from '../shared/readEnvelope';
import type { ParameterContext } from '../shared/readParameter';

/** @throws HandoffProblem when the item carries no envelope */
export const readHandoff = (context: ParameterContext, itemIndex: number): Handoff =>
	readEnvelope(context, itemIndex, {
		verb: 'time',
		otherwise: 'set “Clock Of” to Plain Record',
	});

/** A handoff whose clock is looked at, with as little reading as it takes. */
export interface StoredHandoff {
	/** The envelope as it came. */
	handoff: IDataObject;
	clock: Clock;
	/** What a row and a message say of it. */
	readWhole(): TimedHandoff;
}

/**
 * Reads no more than the clock. The rest is read when there is something to tell, because in a sweep
 * nearly all clocks have no news.
 *
 * @throws HandoffProblem when the item carries no envelope, or one without a clock
 */
export function readStoredHandoff(context: ParameterContext, itemIndex: number): StoredHandoff {
	const given = readJson(context, 'handoff', itemIndex);
	const readWhole = () => {
		const parsed = timedHandoffSchema.safeParse(given);
		return parsed.success ? parsed.data : requireClock(readHandoff(context, itemIndex));
	};
	if (isEnvelope(given) && isStoredClock(given.clock)) {
		return { handoff: given, clock: given.clock, readWhole };
	}
	const whole = readWhole();
	return { handoff: whole, clock: whole.clock, readWhole: () => whole };
}

const isEnvelope = (value: unknown): value is IDataObject & { clock?: unknown } =>
	isObject(value) && value.schema === 1;

/** @throws HandoffProblem when no clock was started for the handoff */
export function requireClock(handoff: Handoff): TimedHandoff {
	const { clock } = handoff;
	if (clock) return { ...handoff, clock };
	throw noClock(
		`none was started for “${handoff.record.title}”`,
		'Put an SLA Timer with the operation Start Clock before this step.',
	);
}

/** The clock of a plain record. */
export function readClockOfRecord(context: ParameterContext, itemIndex: number): Clock {
	const given = readJson(context, 'clock', itemIndex);
	if (isStoredClock(given)) return given;
	const parsed = clockSchema.safeParse(given);
	if (parsed.success) return parsed.data;
	throw noClock('“Clock” holds none', 'Put Start Clock before this step and pass its “clock” on.');
}

const noClock = (where: string, remedy: string): HandoffProblem =>
	new HandoffProblem(`There is no clock to look at: ${where}`, remedy);

const readJson = (context: ParameterContext, name: string, itemIndex: number): unknown =>
	jsonValue(context.getNodeParameter(name, itemIndex));
