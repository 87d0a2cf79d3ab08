/**
 * Keeps what a function of nothing but its argument gave: many records in a row ask for the same. The
 * one cache of the domain, and only where the bench shows what its loss costs.
 *
 * @param most so many results are held; when that is full it starts anew
 * @param longest the result of a text of more characters is not held
 */
export function remember<Given extends string | number, Result>(
	compute: (given: Given) => Result,
	{ most = 400, longest = 400 }: { most?: number; longest?: number } = {},
): (given: Given) => Result {
	const known = new Map<Given, Result>();
	return (given) => {
		const kept = known.get(given);
		if (kept !== undefined) return kept;
		const result = compute(given);
		if (typeof given === 'string' && given.length > longest) return result;
		if (known.size >= most) known.clear();
		known.set(given, result);
		return result;
	};
}
