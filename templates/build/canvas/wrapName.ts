const LONGEST = 18;

/** A name in lines that fit below a node. */
export function wrapName(name: string): string[] {
	const lines: string[] = [];
	for (const word of name.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + word.length < LONGEST) {
			lines[lines.length - 1] = `${line} ${word}`;
		} else lines.push(word);
	}
	return lines;
}
