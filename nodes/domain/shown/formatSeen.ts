import type { Showing } from '../handoff/showing';
import type { Finding } from '../handoff/verdict';
import { parseJson } from '../base/parseJson';
import type { Reader } from './reader';
import { showValue } from './showValue';

/** The value that a finding is about, as people read it; empty where there is nothing to see. */
export const formatSeen = (
	{ seen }: Pick<Finding, 'seen'>,
	showing: Showing | undefined,
	reader: Reader,
): string => (seen === '' ? '' : showValue(valueSeen(seen), showing, reader).text);

/** A finding keeps the value as text; answers and whole objects are told from it again. */
function valueSeen(seen: string): unknown {
	if (seen === 'true' || seen === 'false') return seen === 'true';
	return seen.startsWith('{') ? (parseJson(seen) ?? seen) : seen;
}
