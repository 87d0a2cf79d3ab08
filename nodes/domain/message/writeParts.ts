/**
 * Writes parts one after the other, with a text between them. Unlike `join`, it copies none of them:
 * Node keeps a text that was put together as its parts until somebody reads it.
 */
export function writeParts<Part>(
	parts: readonly Part[],
	write: (part: Part, index: number) => string,
	between = '',
): string {
	let written = '';
	for (let index = 0; index < parts.length; index++) {
		const part = parts[index];
		if (part === undefined) continue;
		written += index === 0 ? write(part, index) : between + write(part, index);
	}
	return written;
}

/** A title and what stands below it, an empty line between; what says nothing is left out. */
export function writeParagraphs<Part>(
	title: string,
	parts: readonly Part[],
	write: (part: Part) => string,
): string {
	let written = title;
	for (const part of parts) {
		const next = write(part);
		if (next !== '') written += written === '' ? next : `\n\n${next}`;
	}
	return written;
}
