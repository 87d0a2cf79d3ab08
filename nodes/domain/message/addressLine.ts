import { ENGLISH } from '../language/tables/english';
import { fill } from '../language/wording';
import type { MessageDocument } from './document';
import { cleanLine } from '../base/plainText';
import { moreNote } from './shorten';

const MOST_NAMES = 5;

/**
 * For whom a message is, as one line: a channel that a whole team reads shows it to everybody.
 *
 * @returns undefined where it is for nobody in particular
 */
export function addressLine({
	to,
	wording = ENGLISH,
}: Pick<MessageDocument, 'to' | 'wording'>): string | undefined {
	const all = to.map(({ name, email }) => cleanLine(name) || cleanLine(email));
	const names = [...new Set(all)].filter((name) => name !== '');
	if (names.length === 0) return undefined;
	const shown = names.slice(0, MOST_NAMES).join(', ');
	const more = names.length - MOST_NAMES;
	return fill(wording.forWhom, { names: more > 0 ? `${shown} ${moreNote(more)}` : shown });
}
