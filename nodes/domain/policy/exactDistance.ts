/** Whether two numbers lie no farther apart than a third, counted in decimals as they are written. */
export function lieWithin(left: number, right: number, distance: number): boolean {
	if (left === right) return true;
	const parts = [left, right, distance].map(decimalOf);
	const scale = Math.max(...parts.map((part) => part.places));
	const [one = 0n, other = 0n, most = 0n] = parts.map(
		({ digits, places }) => digits * 10n ** BigInt(scale - places),
	);
	return (one > other ? one - other : other - one) <= most;
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
