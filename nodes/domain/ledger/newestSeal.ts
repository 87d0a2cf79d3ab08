/** What links a row to those before it. */
export interface SealLink {
	seal: string;
	previousSeal: string;
}

/**
 * The seal on which the next row of a handoff follows: of the last row that no other row follows yet.
 * The time of a row does not tell it, since a breach is dated back to its deadline.
 *
 * @param rows of one handoff, the earliest first
 * @returns the empty text when no row is sealed
 */
export function newestSeal(rows: readonly SealLink[]): string {
	const followed = new Set(rows.map(({ previousSeal }) => previousSeal));
	const sealed = rows.filter(({ seal }) => seal !== '');
	const ends = sealed.filter(({ seal }) => !followed.has(seal));
	return (ends.at(-1) ?? sealed.at(-1))?.seal ?? '';
}
