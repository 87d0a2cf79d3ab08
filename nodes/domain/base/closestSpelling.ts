/** The candidate that differs least from a mistyped word; none when nothing is close. */
export function closestSpelling(word: string, candidates: readonly string[]): string | undefined {
	let best: string | undefined;
	let least = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) >= least) continue;
		const changes = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (changes < least) {
			best = candidate;
			least = changes;
		}
	}
	return best;
}

/** Levenshtein distance: letters to insert, remove or replace. */
function editDistance(left: string, right: string): number {
	let above = Array.from({ length: right.length + 1 }, (_, column) => column);
	for (let row = 1; row <= left.length; row++) {
		const line = [row];
		for (let column = 1; column <= right.length; column++) {
			const kept = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
			line.push(Math.min(kept, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
		}
		above = line;
	}
	return above[right.length] ?? 0;
}
