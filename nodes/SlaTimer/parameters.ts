import { z } from 'zod';
import type { Handoff } from '../domain/handoff/envelope';
import { sideSchema, type Side } from '../domain/handoff/turns';
import { parseInstant, type Instant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import type { Calendar } from '../domain/time/calendar';
import type { ClockTerms } from '../domain/sla/handoffClock';
import type { Target } from '../domain/time/target';
import { readAllowance } from '../shared/readAllowance';
import { readParameter, type ParameterContext } from '../shared/readParameter';
import { readCalendar } from './readCalendar';
import { TIME_ALLOWED } from './timeAllowed';

/** Whether the clock is kept in the envelope of a handoff; otherwise on a plain record. */
export const readKeptInHandoff = (context: ParameterContext, itemIndex: number): boolean =>
	readParameter(
		context,
		{ name: 'clockOf', displayName: 'Clock Of', itemIndex },
		z.enum(['handoff', 'record']),
	) === 'handoff';

/** When the step happens: what “Time” says, as text with an offset or as a date of n8n. */
export const readAt = (context: ParameterContext, itemIndex: number): Instant =>
	instantWritten(context.getNodeParameter('at', itemIndex), (text) => parseInstant(text, '“Time”'));

/** A date of n8n as an instant; anything else as its text is read. */
export function instantWritten(value: unknown, read: (text: string) => Instant): Instant {
	if (typeof value === 'string') return read(value);
	const dated = datedSchema.safeParse(value);
	return dated.success ? dated.data.valueOf() : read(String(value));
}

/** A `Date`, or the `DateTime` of n8n's own luxon, which is another class than ours. */
const datedSchema = z.custom<Date>(
	(value) => typeof value === 'object' && value !== null && Number.isFinite(value.valueOf()),
);

export const readPassedTo = (context: ParameterContext, itemIndex: number): Side =>
	readParameter(context, { name: 'to', displayName: 'To', itemIndex }, sideSchema);

/** Name of the target whose clock is stopped; undefined for the clock of the handoff. */
export function readStopped(context: ParameterContext, itemIndex: number): string | undefined {
	const field = { name: 'stopTarget', displayName: 'Target', itemIndex };
	return readParameter(context, field, z.string()).trim() || undefined;
}

/** The clock that starts for a side that gets the ball and has none, if the policy agrees one. */
export function readPassTerms(
	context: ParameterContext,
	{ handoff, to, itemIndex }: { handoff: Handoff; to: Side; itemIndex: number },
): ClockTerms | undefined {
	const field = { name: 'passTarget', displayName: 'Target', itemIndex };
	const name = readParameter(context, field, z.string());
	const target = handoff.agreed.sla[name];
	if (target === undefined || to === 'nobody') return undefined;
	return { name, side: to, target, calendar: agreedCalendar(handoff, to) };
}

/** What Start Clock starts. Without a handoff everything comes from the node. */
export function readStartTerms(
	context: ParameterContext,
	itemIndex: number,
	handoff?: Handoff,
): ClockTerms {
	const nameField = { name: 'targetName', displayName: 'Target', itemIndex };
	const name = readParameter(context, nameField, z.string().min(1, 'expected a name'));
	if (handoff === undefined) {
		const target = readTargetHere(context, itemIndex);
		return { name, target, calendar: readCalendarHere(context, itemIndex) };
	}
	const sideField = { name: 'side', displayName: 'Team', itemIndex };
	const side = readParameter(context, sideField, z.enum(['sender', 'receiver']));
	const from = readSources(context, itemIndex);
	return {
		name,
		side,
		target:
			from.target === 'policy' ? agreedTarget(handoff, name) : readTargetHere(context, itemIndex),
		calendar:
			from.calendar === 'policy'
				? agreedCalendar(handoff, side)
				: readCalendarHere(context, itemIndex),
	};
}

const readCalendarHere = (context: ParameterContext, itemIndex: number): Calendar =>
	readCalendar(context, itemIndex, readAt(context, itemIndex));

const readSources = (context: ParameterContext, itemIndex: number) => ({
	target: readParameter(
		context,
		{ name: 'targetFrom', displayName: 'Target From', itemIndex },
		z.enum(['policy', 'node']),
	),
	calendar: readParameter(
		context,
		{ name: 'calendarFrom', displayName: 'Working Hours From', itemIndex },
		z.enum(['policy', 'form', 'json']),
	),
});

function agreedTarget(handoff: Handoff, name: string): Target {
	const target = handoff.agreed.sla[name];
	if (target) return target;
	const known = Object.keys(handoff.agreed.sla).join(', ') || 'none';
	throw new HandoffProblem(
		`The policy “${handoff.policy.name}” agrees no target “${name}” (it has: ${known})`,
		`Add sla.${name} to the policy, correct “Target”, or set “Target From” to This Node.`,
	);
}

function agreedCalendar(handoff: Handoff, side: 'sender' | 'receiver') {
	const calendar = handoff.agreed.calendars[side];
	if (calendar) return calendar;
	throw new HandoffProblem(
		`The policy “${handoff.policy.name}” has no working hours for the ${side}`,
		`Add calendars.${side} to the policy, or set “Working Hours From” to Form.`,
	);
}

function readTargetHere(context: ParameterContext, itemIndex: number): Target {
	const field = { name: 'milestones', displayName: 'Milestones', itemIndex };
	const milestones = readParameter(context, field, z.string())
		.split(/[,\n]/)
		.map((text) => text.trim())
		.filter((text) => text !== '');
	return readAllowance(context, { names: TIME_ALLOWED, itemIndex, milestones });
}

export const readOnlyNews = (context: ParameterContext, itemIndex: number): boolean =>
	readParameter(
		context,
		{ name: 'options', displayName: 'Options', itemIndex },
		z.object({ onlyNews: z.boolean().default(false) }),
	).onlyNews;
