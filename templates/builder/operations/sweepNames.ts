import { itemOf } from '../nodes/names';

/** Longer than telling takes: a run that died holds up what it was telling for so long. */
export const CLAIM_HOLDS = 4;

/** The nodes of the sweep that other nodes refer to. */
export const SWEEP = {
	schedule: 'Every minute',
	due: 'What is due now',
	others: 'What other runs are telling',
	free: 'Is nobody telling it?',
	each: 'One after the other',
	before: 'What was told before',
	check: 'Check the clock',
	news: 'Is there something to tell?',
	onlyNews: 'Only what was not told',
	find: 'Find who is told',
	tell: 'Tell them',
	told: 'Write down that it was told',
	wholly: 'Was all of it told?',
	update: 'Keep how it stands',
} as const;

export const ROW_IN_TURN = itemOf(SWEEP.each);

/** A row as it was due: when its clock has moved on, that is another claim. */
export const claimOf = (row: string): string => `'sla:' + ${row}.handoffId + ':' + ${row}.nextAt`;
