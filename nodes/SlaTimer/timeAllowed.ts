import type { AllowanceNames } from '../shared/allowanceProperties';

/** What the fields of the allowed time are called in this node. */
export const TIME_ALLOWED: AllowanceNames = {
	allowedIn: 'Time Allowed In',
	hours: 'Allowed Working Hours',
	days: 'Allowed Working Days',
};
