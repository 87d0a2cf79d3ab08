/** A text in lines of at most so many letters; a longer word has a line of its own. */
export function wrapText(text: string, longest: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + word.length < longest) {
			lines[lines.length - 1] = `${line} ${word}`;
		} else lines.push(word);
	}
	return lines;
}
