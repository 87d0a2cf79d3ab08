import type { Calendar } from '../time/calendar';
import { next } from '../time/businessTime';
import type { PlannedMilestone } from '../time/plannedMilestones';
import { sameAddress } from '../base/emailAddress';
import { openLinks } from './receivers';
import type { ReceiverPerson } from '../handoff/receiverPerson';
import type { AcceptanceRequest, ReceiverLink, RequestMilestone } from '../handoff/request';

/**
 * When whom to remind. Somebody with working hours of their own is reminded when they work next, and
 * not at the moment of the team; the deadline stays. The last milestone ends the request and moves
 * for nobody; a reminder that would come after it is left out.
 *
 * @throws HandoffProblem when a calendar never opens again
 */
export function planReminders(
	milestones: readonly PlannedMilestone[],
	people: readonly ReceiverPerson[],
	calendars: Readonly<Record<string, Calendar>>,
): RequestMilestone[] {
	const last = milestones.at(-1);
	const planned = milestones.flatMap(({ id, label, dueAt }): RequestMilestone[] => {
		const later = dueAt === last?.dueAt ? [] : movedFor(people, { dueAt, calendars });
		if (later.length === 0) return [{ id, label, dueAt }];
		const own = later
			.filter((moved) => Date.parse(moved.dueAt) < Date.parse(last?.dueAt ?? moved.dueAt))
			.map(({ email, dueAt: at }) => ({ id: `${id}@${email}`, label, dueAt: at, to: [email] }));
		return [{ id, label, dueAt, notTo: later.map(({ email }) => email) }, ...own];
	});
	return onceEach(planned.sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt)));
}

/** Several that move to the same moment for the same person would say the same: the last one stays. */
const onceEach = (planned: RequestMilestone[]): RequestMilestone[] =>
	planned.filter(
		({ to: [email] = [], dueAt }, index) =>
			email === undefined ||
			!planned.slice(index + 1).some(({ to, dueAt: at }) => at === dueAt && to?.[0] === email),
	);

const movedFor = (
	people: readonly ReceiverPerson[],
	{ dueAt, calendars }: { dueAt: string; calendars: Readonly<Record<string, Calendar>> },
) =>
	people.flatMap(({ email, calendar: name = '' }) => {
		const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
		const at = calendar === undefined ? dueAt : next(calendar, dueAt);
		return Date.parse(at) === Date.parse(dueAt) ? [] : [{ email, dueAt: at }];
	});

/** Those who are reminded by a milestone: who may decide now, and is told at that moment. */
export const remindedBy = (
	milestone: RequestMilestone,
	request: AcceptanceRequest,
): ReceiverLink[] => toldThen(milestone, openLinks(request));

/** Those of these people who are told at the moment of a milestone, and not in hours of their own. */
export const toldThen = <Told extends { email: string }>(
	{ to, notTo = [] }: RequestMilestone,
	people: readonly Told[],
): Told[] =>
	people.filter(({ email }) => (to === undefined || isIn(email, to)) && !isIn(email, notTo));

const isIn = (email: string, list: readonly string[]): boolean =>
	list.some((each) => sameAddress(each, email));

/** Whether a milestone lies at or after the deadline, so that others than the receivers are told. */
export const isEscalation = (
	milestone: RequestMilestone,
	request: Pick<AcceptanceRequest, 'respondBy'>,
): boolean =>
	milestone.to === undefined && Date.parse(milestone.dueAt) >= Date.parse(request.respondBy);

/**
 * The next milestone by which anybody is told; undefined when none is left. One that tells nobody is
 * passed over, because what leaves by Notify without a message would not come back.
 *
 * @param escalates whether others are told when the deadline has passed
 */
export function nextRequestMilestone(
	request: AcceptanceRequest,
	escalates: boolean,
): RequestMilestone | undefined {
	return milestonesAhead(request).find(
		(milestone) =>
			remindedBy(milestone, request).length > 0 || (escalates && isEscalation(milestone, request)),
	);
}

/** The milestones behind the last one that was told. */
export function milestonesAhead({
	milestones,
	firedMilestones,
}: Pick<AcceptanceRequest, 'milestones' | 'firedMilestones'>): RequestMilestone[] {
	const told = milestones.map(({ id }) => firedMilestones.includes(id)).lastIndexOf(true);
	return milestones.slice(told + 1);
}
