import type { ShownAs } from '../../../nodes/domain/handoff/showing';
import { HEAD } from './salesToDelivery';
import type { StarterPolicy } from './starter';

/** What a second system says about a fact that the record holds too. */
export interface Comparison {
	/** The field of the record, as in the requirement that follows it in the policy. */
	field: string;
	/** The requirement that both systems agree. */
	requirement: { id: string; label: string; howToFix: string };
	/** As people call both systems, with the paths of what each says; the second one counts. */
	first: [system: string, path: string];
	second: [system: string, path: string];
	/** Requirements that only the second system can meet. */
	also?: StarterPolicy['requirements'];
	/** What the receiving team sees of it. */
	packet: Array<{ label: string; field: string; as?: ShownAs }>;
}

/** How long a difference may be accepted by an exception. */
const MOST_DAYS = 30;

/**
 * The policy that lets a record pass only when a second system says the same amount. Where a
 * difference is known and in order, an exception can be granted for some time.
 */
export function comparing(policy: StarterPolicy, comparison: Comparison): StarterPolicy {
	const { field, requirement, first, second, also = [], packet } = comparison;
	const place = policy.requirements.findIndex((one) => one.field === field) + 1;
	return {
		...policy,
		requirements: [
			...policy.requirements.slice(0, place),
			{ ...requirement, field, check: { kind: 'agrees' }, fixUrl: '{{url}}' },
			...also,
			...policy.requirements.slice(place),
		],
		sources: {
			[field]: {
				systemOfRecord: second[0],
				values: Object.fromEntries([first, second]),
				compareAs: 'money',
			},
		},
		waivers: {
			allowed: [requirement.id],
			maxDays: MOST_DAYS,
			approvers: [HEAD],
		},
		packet: [...packet, ...[policy.packet].flat()],
	};
}
