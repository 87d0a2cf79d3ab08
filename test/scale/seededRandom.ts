/** Random numbers that come again with the same seed. */
export interface SeededRandom {
	/** A number from 0 up to, but not including, this one. */
	below(limit: number): number;
	/** The same things in another order. */
	shuffled<Thing>(things: readonly Thing[]): Thing[];
}

/** The generator “mulberry32”: small, and good enough to choose moments. */
export function seedRandom(seed: number): SeededRandom {
	// Signed whole numbers of 32 bits: anything larger would be put aside anew at every draw.
	let state = seed | 0;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		below: (limit) => next() * limit,
		shuffled: (things) =>
			things
				.map((thing) => [next(), thing] as const)
				.sort(([left], [right]) => left - right)
				.map(([, thing]) => thing),
	};
}
