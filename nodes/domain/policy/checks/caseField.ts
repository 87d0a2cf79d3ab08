import { flagField } from './formField';

/** What the setting means: the same for all that compare texts. */
export const CASE = 'Whether capital and small letters must be the same.';

export const CASE_FIELD = flagField(
	'Match Case',
	'matchCase',
	'Whether capital and small letters differ',
);
