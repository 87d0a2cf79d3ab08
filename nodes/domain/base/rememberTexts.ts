const MOST_TEXTS = 400;
const LONGEST_TEXT = 400;

/**
 * Keeps how texts were written that come again and again, such as the labels and hints of a policy.
 * Holds a few hundred short ones at most; when that is full it starts anew.
 */
export function rememberTexts(write: (text: string) => string): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		const kept = known.get(text);
		if (kept !== undefined) return kept;
		const written = write(text);
		if (text.length > LONGEST_TEXT) return written;
		if (known.size >= MOST_TEXTS) known.clear();
		known.set(text, written);
		return written;
	};
}
