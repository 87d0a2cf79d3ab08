/** The known word closest to a mistyped one; undefined when none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const wanted = word.slice(0, 60).toLowerCase();
	const farthest = Math.max(1, Math.floor(wanted.length / 3));
	const [best] = known
		.map((candidate) => ({ candidate, edits: countEdits(wanted, candidate.toLowerCase()) }))
		.filter(({ edits }) => edits <= farthest)
		.sort((left, right) => left.edits - right.edits);
	return best?.candidate;
}

/** Levenshtein distance: insertions, deletions and replacements between two words. */
function countEdits(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= to.length; j += 1) {
			const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
			next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
