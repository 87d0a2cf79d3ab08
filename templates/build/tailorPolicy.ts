import { z } from 'zod';

/** What somebody changes in a policy before they import the flow. */
export interface Tailoring {
	/** Ids of the requirements that stay. */
	requirements: string[];
	/** IANA name of the receiving team's zone. */
	timezone: string;
	/** Working days, such as `mon`. */
	days: string[];
	/** Local times, such as `09:00`. */
	opens: string;
	closes: string;
	/** Business hours that the receiving team has to decide. */
	hoursToAccept: number;
}

const policySchema = z
	.object({
		requirements: z.array(z.object({ id: z.string(), label: z.string() }).passthrough()),
		sla: z.object({ accept: z.object({ minutes: z.number() }).passthrough() }).passthrough(),
		calendars: z
			.object({
				receiver: z
					.object({
						timezone: z.string(),
						weekly: z.record(z.array(z.tuple([z.string(), z.string()]))),
					})
					.passthrough(),
			})
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
	};
}

/** The requirements of a policy, as people call them. */
export const requirementsOf = (
	policy: Record<string, unknown>,
): Array<{ id: string; label: string }> =>
	policySchema.parse(policy).requirements.map(({ id, label }) => ({ id, label }));

/** The policy with other requirements, hours and deadline. At least one requirement must stay. */
export function tailorPolicy(
	policy: Record<string, unknown>,
	tailoring: Tailoring,
): Record<string, unknown> {
	const { requirements, sla, calendars } = policySchema.parse(policy);
	const hours: Array<[string, string]> = [[tailoring.opens, tailoring.closes]];
	const weekly = Object.fromEntries(tailoring.days.map((day) => [day, hours]));
	const minutes = tailoring.hoursToAccept * MINUTES_IN_HOUR;
	return {
		...policy,
		requirements: requirements.filter(({ id }) => tailoring.requirements.includes(id)),
		sla: { ...sla, accept: { ...sla.accept, minutes } },
		calendars: {
			...calendars,
			receiver: { ...calendars.receiver, timezone: tailoring.timezone, weekly },
		},
	};
}
