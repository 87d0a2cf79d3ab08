/** The nodes of the sweep that other nodes refer to. */
export const SWEEP = {
	schedule: 'Every minute',
	due: 'Find what is due',
	inOrder: 'At risk first',
	find: 'Find who is told',
	tell: 'Tell them',
	notTaken: 'What Slack did not take',
	again: 'Try again, four times',
} as const;

/** Minutes until Slack is tried again with what it did not take. */
export const TRY_AGAIN_AFTER = [2, 5, 15, 60];
