import { allowanceProperties, type AllowanceNames } from '../shared/allowanceProperties';

/** What the fields of the allowed time are called in this node. */
export const RESPOND_WITHIN: AllowanceNames = {
	allowedIn: 'Respond Within',
	hours: 'Respond Within (Hours)',
	days: 'Respond Within (Days)',
};

/** How long the receiving team has, where the policy does not say it. */
export const respondWithin = allowanceProperties({
	names: RESPOND_WITHIN,
	hours: {
		displayName: RESPOND_WITHIN.hours,
		name: 'hours',
		type: 'number',
		typeOptions: { minValue: 0.02, numberPrecision: 2 },
		default: 16,
		description:
			'How long the receiving team has, in its working hours. Used when the policy agrees no time to accept (sla.accept).',
	},
	hint: 'Nobody answers in time: the handoff leaves by No Decision. It is never accepted by silence.',
	show: {},
});
