import { readable } from './readable';

const FIRST_VISIBLE = 0x21;
const LAST_VISIBLE = 0x7e;

/**
 * Compiles a quick look at a text: false when it is surely none of these texts, with whatever case
 * and blanks around, and not blank. Most texts need no closer look, because none of these begins
 * with the visible sign of ASCII that they begin with.
 */
export function compileMightBeOneOf(texts: Iterable<string>): (text: string) => boolean {
	const others = new Uint8Array(LAST_VISIBLE + 1).fill(1, FIRST_VISIBLE);
	for (const text of texts) {
		const bare = readable(text);
		// A letter with a mark on it may come as the letter and the mark.
		for (const form of [bare, bare.normalize('NFKD')]) {
			for (const written of [form.toLowerCase(), form.toUpperCase()]) {
				others[written.charCodeAt(0)] = 0;
			}
		}
	}
	return (text) => others[text.charCodeAt(0)] !== 1;
}
