import { allowanceProperties, type AllowanceNames } from '../shared/allowanceProperties';

/** What the fields of the allowed time are called in this node. */
export const SUPPLY_WITHIN: AllowanceNames = {
	allowedIn: 'Supply Within',
	hours: 'Supply Within (Hours)',
	days: 'Supply Within (Days)',
};

/** How long the sending side has, where the policy does not say it. */
export const supplyWithin = (show: Record<string, string[]>) =>
	allowanceProperties({
		names: SUPPLY_WITHIN,
		hours: {
			displayName: SUPPLY_WITHIN.hours,
			name: 'hours',
			type: 'number',
			typeOptions: { minValue: 0.02, numberPrecision: 2 },
			default: 16,
			description:
				'How long the sending side has, in its working hours. Used when the policy agrees no time to fix (sla.fix).',
		},
		hint: 'Nobody supplies what is missing in time: the handoff leaves by No Answer and stays not ready.',
		show,
	});
