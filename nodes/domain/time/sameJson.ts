import { isObject } from '../base/isObject';
/**
 * Whether two JSON values say the same; the order of members does not matter. Costs less than
 * writing one of them as text, and far less when they differ early.
 */
export function sameJson(left: unknown, right: unknown): boolean {
	if (left === right) return true;
	if (Array.isArray(left)) return Array.isArray(right) && sameList(left, right);
	return isObject(left) && isObject(right) && sameMembers(left, right);
}

function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
	if (left.length !== right.length) return false;
	for (let index = 0; index < left.length; index++) {
		if (!sameJson(left[index], right[index])) return false;
	}
	return true;
}

type Members = Record<string, unknown>;

function sameMembers(left: Members, right: Members): boolean {
	const keys = Object.keys(left);
	if (keys.length !== Object.keys(right).length) return false;
	for (const key of keys) {
		if (!Object.hasOwn(right, key) || !sameJson(left[key], right[key])) return false;
	}
	return true;
}
