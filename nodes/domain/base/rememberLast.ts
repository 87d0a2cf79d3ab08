/**
 * Keeps the last result of a function that depends on nothing but its argument: many records in a
 * row ask for the same.
 */
export function rememberLast<Given extends string | number, Result>(
	compute: (given: Given) => Result,
): (given: Given) => Result {
	let known: { given: Given; result: Result } | undefined;
	return (given) => {
		if (known === undefined || known.given !== given) known = { given, result: compute(given) };
		return known.result;
	};
}
