import { DateTime } from 'luxon';
import { HandoffProblem } from '../base/problem';
import { HOUR, MINUTE } from './wallClock';
import { MOST_WORKING_DAYS } from './workingDays';

/** A moment worth telling somebody, read from what a person wrote. */
export type MilestonePlan = { id: string; label: string } & (
	| { kind: 'share'; percent: number }
	/** Business time after the deadline; negative is before. */
	| { kind: 'offset'; milliseconds: number }
	| { kind: 'workingDays'; days: number }
	| { kind: 'fixed'; at: number }
);

const WRITE_MILESTONES =
	'Write a share of the target in percent (50), business time after or before the deadline ("+8h", "-30m", "+1 working day"), or a point in time ("2026-03-02T09:00:00Z").';

/**
 * Reads a milestone. A number, also as text, is a share of the target in percent.
 *
 * @throws HandoffProblem for anything else than the four forms; "+1d" is refused because a day could
 * be a working day or 24 business hours
 */
export function parseMilestone(written: number | string): MilestonePlan {
	const plan = readMilestone(written);
	if (plan instanceof HandoffProblem) throw plan;
	return plan;
}

/** What was written before, because a sweep reads the same few texts for every clock. */
const known = new Map<number | string, MilestonePlan>();
const KEPT = 1000;

/** As `parseMilestone`, with the problem as a value. */
export function readMilestone(written: number | string): MilestonePlan | HandoffProblem {
	const seen = known.get(written);
	if (seen) return seen;
	const plan = readWritten(written);
	if (!(plan instanceof HandoffProblem) && known.size < KEPT) known.set(written, plan);
	return plan;
}

function readWritten(written: number | string): MilestonePlan | HandoffProblem {
	const text = String(written).trim();
	const plan = readShare(text) ?? readOffset(text) ?? readWorkingDays(text) ?? readFixed(text);
	if (plan?.kind === 'workingDays' && Math.abs(plan.days) > MOST_WORKING_DAYS) return tooFar(text);
	if (plan) return plan;
	return /^[+-]?\s*\d+(\.\d+)?\s*(d|days?)$/i.test(text)
		? ambiguousDay(text)
		: new HandoffProblem(`${JSON.stringify(written)} is not a milestone`, WRITE_MILESTONES);
}

function readShare(text: string): MilestonePlan | undefined {
	const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
	const percent = Number(match?.[1]);
	if (!match || percent > 1000) return undefined;
	const label = percent === 100 ? 'The deadline' : `${percent} % of the target`;
	return { kind: 'share', id: String(percent), label, percent };
}

const OFFSET =
	/^([+-])\s*(?:(\d+(?:\.\d+)?)\s*(?:h|hours?))?\s*(?:(\d+(?:\.\d+)?)\s*(?:m|min|minutes?))?$/i;

function readOffset(text: string): MilestonePlan | undefined {
	const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
	if (!sign || (hours === undefined && minutes === undefined)) return undefined;
	const amount = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
	const words = [
		...(hours === undefined ? [] : [`${hours} business hour${hours === '1' ? '' : 's'}`]),
		...(minutes === undefined ? [] : [`${minutes} business minute${minutes === '1' ? '' : 's'}`]),
	];
	return {
		kind: 'offset',
		id:
			sign +
			(hours === undefined ? '' : `${hours}h`) +
			(minutes === undefined ? '' : `${minutes}m`),
		label: `${words.join(' ')} ${sideOf(sign)} the deadline`,
		milliseconds: Math.round(amount) * (sign === '-' ? -1 : 1),
	};
}

function readWorkingDays(text: string): MilestonePlan | undefined {
	const [, sign, days] = /^([+-])\s*(\d+)\s*(?:wd|working\s+days?)$/i.exec(text) ?? [];
	if (!sign || days === undefined) return undefined;
	return {
		kind: 'workingDays',
		id: `${sign}${days}wd`,
		label: `${days} working day${days === '1' ? '' : 's'} ${sideOf(sign)} the deadline`,
		days: Number(days) * (sign === '-' ? -1 : 1),
	};
}

function readFixed(text: string): MilestonePlan | undefined {
	if (!/^\d{4}-\d\d-\d\dT.*([zZ]|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
	const at = DateTime.fromISO(text, { setZone: true });
	return at.isValid
		? { kind: 'fixed', id: text, label: `Fixed time ${text}`, at: at.toMillis() }
		: undefined;
}

const tooFar = (text: string): HandoffProblem =>
	new HandoffProblem(
		`${JSON.stringify(text.slice(0, 40))} is too far from the deadline to be counted`,
		`Give at most ${MOST_WORKING_DAYS} working days.`,
	);

const sideOf = (sign: string): string => (sign === '-' ? 'before' : 'after');

function ambiguousDay(text: string): HandoffProblem {
	const count = /\d+(\.\d+)?/.exec(text)?.[0] ?? '1';
	const sign = text.startsWith('-') ? '-' : '+';
	const days = count === '1' ? 'day' : 'days';
	return new HandoffProblem(
		`${JSON.stringify(text)} can mean ${count} working ${days} or ${Number(count) * 24} business hours`,
		`Write "${sign}8h" for 8 hours of business time, or "${sign}${count} working ${days}".`,
	);
}
