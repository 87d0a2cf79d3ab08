import { z } from 'zod';
import { isObject } from '../base/isObject';
import { handoffSchema, type Agreed, type Handoff } from '../handoff/envelope';
import type { Clock } from '../time/clock';
import { isStoredClock } from '../time/storedClock';

/** A part of the envelope that is passed on as it is. */
const untouched = <Part extends keyof Handoff>() =>
	z.custom<NonNullable<Handoff[Part]>>(isObject).optional();

/**
 * An envelope of which only what a clock's row and message say is read. The rest was parsed by the
 * nodes that wrote it, and a sweep that did so again would spend its time on that.
 */
export const timedHandoffSchema = handoffSchema.extend({
	agreed: z.custom<Agreed>((agreed) => withCalendarsSchema.safeParse(agreed).success),
	verdict: untouched<'verdict'>(),
	request: untouched<'request'>(),
	decision: untouched<'decision'>(),
	clock: z.custom<Clock>(isStoredClock),
	message: untouched<'message'>(),
	event: untouched<'event'>(),
});

const withCalendarsSchema = z.object({ calendars: z.custom(isObject) });
