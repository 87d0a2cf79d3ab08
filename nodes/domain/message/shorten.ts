/** Room for the note that says how much is left out: `… (+2147483647)`. */
const NOTE_ROOM = 20;

/**
 * What stands where something was left out, alike in every language. Visible, because nothing is ever
 * cut silently.
 */
export const moreNote = (count: number): string => `… (+${count})`;

const asIs = (text: string): string => text;

/**
 * Shortens a text so that its written form stays within a limit, and says how many characters are
 * left out.
 *
 * @param limit length in UTF-16 units of what comes out, the note included; at least 20
 * @param write turns one character into the channel's form, such as an escape; its result for a
 * text must be the joined results for its characters
 * @returns the written form
 */
export function shorten(text: string, limit: number, write = asIs): string {
	if (text.length <= limit) {
		const whole = write(text);
		if (whole.length <= limit) return whole;
	}
	let written = '';
	let taken = 0;
	for (const character of text) {
		const next = write(character);
		if (written.length + next.length > limit - NOTE_ROOM) break;
		written += next;
		taken += character.length;
	}
	return `${written}${moreNote([...text.slice(taken)].length)}`;
}
