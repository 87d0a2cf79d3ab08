/** Whether two numbers lie no farther apart than a third, counted in decimals as they are written. */
export function lieWithin(left: number, right: number, distance: number): boolean {
	if (left === right) return true;
	const { counts } = onOneScale([left, right, distance]);
	const [one = 0n, other = 0n, most = 0n] = counts;
	return (one > other ? one - other : other - one) <= most;
}

/** The sum of numbers, counted in decimals as they are written: 0.1 and 0.2 are 0.3. */
export function exactSum(numbers: readonly number[]): number {
	const { counts, places } = onOneScale(numbers);
	return Number(`${counts.reduce((sum, count) => sum + count, 0n)}e-${places}`);
}

/** Whether a number is below so many percent of another one, counted in decimals as written. */
export function isBelowShare(number: number, percent: number, whole: number): boolean {
	const [part, share, all] = [number, percent, whole].map(decimalOf);
	if (part === undefined || share === undefined || all === undefined) return false;
	const places = share.places + all.places;
	const scale = Math.max(part.places, places);
	const left = part.digits * 100n * 10n ** BigInt(scale - part.places);
	return left < share.digits * all.digits * 10n ** BigInt(scale - places);
}

/** Numbers as counts of the smallest decimal place that occurs in them. */
function onOneScale(numbers: readonly number[]): { counts: bigint[]; places: number } {
	const parts = numbers.map(decimalOf);
	const places = parts.reduce((most, part) => Math.max(most, part.places), 0);
	const counts = parts.map((part) => part.digits * 10n ** BigInt(places - part.places));
	return { counts, places };
}

/** A number as its shortest decimal text says it: `digits` divided by ten to the power of `places`. */
interface Decimal {
	digits: bigint;
	places: number;
}

function decimalOf(number: number): Decimal {
	const [mantissa = '0', exponent = '0'] = String(number).split('e');
	const [whole = '0', fraction = ''] = mantissa.split('.');
	const digits = BigInt(`${whole}${fraction}`);
	const places = fraction.length - Number(exponent);
	return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
