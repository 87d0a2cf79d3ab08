/**
 * The entries of a list of which a field says something, whatever its case; a lone entry that comes
 * without a list counts as a list of one.
 *
 * @param read reads the field of an entry
 */
export function findEntries(
	list: unknown,
	read: (entry: unknown) => unknown,
	is: string,
): unknown[] {
	const wanted = asSaid(is);
	const entries: unknown[] = Array.isArray(list) ? list : [list];
	return entries.filter((entry) => asSaid(read(entry)) === wanted);
}

const NOT_PLAIN = /[^\x21-\x7e]/;

/** A value without case and what nobody sees in it; undefined for lists and objects. */
function asSaid(value: unknown): string | undefined {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') return undefined;
	if (!NOT_PLAIN.test(value)) return value.toLowerCase();
	const seen = value
		.normalize('NFKC')
		.replace(/\p{DI}/gu, '')
		.replace(/\p{Zs}/gu, ' ');
	return seen.trim().toLowerCase();
}
