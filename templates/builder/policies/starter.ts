/** A policy as its author writes it, and the file it is shipped in. */
export interface Starter {
	/** Without ending. */
	file: string;
	policy: StarterPolicy;
}

export interface StarterPolicy {
	id: string;
	name: string;
	requirements: Array<Record<string, unknown> & { id: string }>;
	[setting: string]: unknown;
}

const WORKING_WEEK = Object.fromEntries(
	['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
);

/** Office hours to begin with; each team enters its own. */
export const OFFICE_HOURS = { timezone: 'Europe/Berlin', weekly: WORKING_WEEK };

/**
 * The receiving team has a working day to decide, is reminded at half of it, then its lead is told.
 * The sending team has two to mend what is missing or came back.
 */
export const WITHIN_A_DAY = {
	accept: { minutes: 480, milestones: [50, 100, '+4h'] },
	fix: { minutes: 960, milestones: [50, 100] },
};

/** Every reason list ends with this one, so that nobody has to choose a wrong one. */
export const OTHER_REASON = { code: 'other', label: 'Something else', needsNote: true };

/**
 * Something is broken at a customer: the receiving team says within two hours whether it takes it.
 * What is missing has to come from the customer, for which there are four.
 */
export const WITHIN_TWO_HOURS = {
	accept: { minutes: 120, milestones: [50, 100, '+1h'] },
	fix: { minutes: 240, milestones: [50, 100] },
};
