import { z } from 'zod';

/** What somebody changes in a policy before they import the flow. */
export interface Tailoring {
	/** Ids of the requirements that stay. */
	requirements: string[];
	/** IANA name of the zone in which both teams work. */
	timezone: string;
	/** Working days, such as `mon`. */
	days: string[];
	/** Local times, such as `09:00`. */
	opens: string;
	closes: string;
	/** Business hours that the receiving team has to decide. */
	hoursToAccept: number;
	/** Business hours that the sending team has to mend what came back; 0 when nobody counts them. */
	hoursToFix: number;
}

const calendarSchema = z
	.object({
		timezone: z.string(),
		weekly: z.record(z.array(z.tuple([z.string(), z.string()]))),
	})
	.passthrough();
const targetSchema = z.object({ minutes: z.number() }).passthrough();

const policySchema = z
	.object({
		requirements: z.array(z.object({ id: z.string(), label: z.string() }).passthrough()),
		sla: z.object({ accept: targetSchema, fix: targetSchema.optional() }).passthrough(),
		calendars: z
			.object({ receiver: calendarSchema, sender: calendarSchema.optional() })
			.passthrough(),
	})
	.passthrough();

const MINUTES_IN_HOUR = 60;

/** What a policy says before anybody changes it. */
export function untailored(policy: Record<string, unknown>): Tailoring {
	const { requirements, sla, calendars } = policySchema.parse(policy);
	const { timezone, weekly } = calendars.receiver;
	const [opens = '09:00', closes = '17:00'] = Object.values(weekly)[0]?.[0] ?? [];
	return {
		requirements: requirements.map(({ id }) => id),
		timezone,
		days: Object.keys(weekly),
		opens,
		closes,
		hoursToAccept: sla.accept.minutes / MINUTES_IN_HOUR,
		hoursToFix: (sla.fix?.minutes ?? 0) / MINUTES_IN_HOUR,
	};
}

/** The requirements of a policy, as people call them. */
export const requirementsOf = (
	policy: Record<string, unknown>,
): Array<{ id: string; label: string }> =>
	policySchema.parse(policy).requirements.map(({ id, label }) => ({ id, label }));

/** When the sending team is told: at half of its time, and at the end. */
const FIX_MILESTONES = [50, 100];

const waiversSchema = z.object({
	waivers: z.object({ allowed: z.array(z.string()) }).passthrough(),
});

/** The exceptions of a policy, without those for requirements that do not stay. */
export function waiversFor(policy: unknown, requirements: readonly string[]): { waivers?: object } {
	const read = waiversSchema.safeParse(policy);
	if (!read.success) return {};
	const { waivers } = read.data;
	const allowed = waivers.allowed.filter((id) => requirements.includes(id));
	return { waivers: { ...waivers, allowed } };
}

/** The policy with other requirements, hours and deadlines. At least one requirement must stay. */
export function tailorPolicy(
	policy: Record<string, unknown>,
	tailoring: Tailoring,
): Record<string, unknown> {
	const { requirements, sla, calendars } = policySchema.parse(policy);
	const { fix = { milestones: FIX_MILESTONES }, ...targets } = sla;
	const minutes = tailoring.hoursToAccept * MINUTES_IN_HOUR;
	const minutesToFix = tailoring.hoursToFix * MINUTES_IN_HOUR;
	const hours = hoursOf(tailoring);
	return {
		...policy,
		requirements: requirements.filter(({ id }) => tailoring.requirements.includes(id)),
		...waiversFor(policy, tailoring.requirements),
		sla: {
			...targets,
			accept: { ...sla.accept, minutes },
			...(minutesToFix > 0 && { fix: { ...fix, minutes: minutesToFix } }),
		},
		calendars: {
			...calendars,
			receiver: { ...calendars.receiver, ...hours },
			...((calendars.sender ?? minutesToFix > 0) && {
				sender: { ...calendars.sender, ...hours },
			}),
		},
	};
}

function hoursOf({ timezone, days, opens, closes }: Tailoring) {
	const day: Array<[string, string]> = [[opens, closes]];
	return { timezone, weekly: Object.fromEntries(days.map((name) => [name, day])) };
}
