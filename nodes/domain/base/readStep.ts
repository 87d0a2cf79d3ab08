export type Container = Record<string, unknown>;

const isContainer = (value: unknown): value is Container =>
	typeof value === 'object' && value !== null;

export const isPlain = (value: unknown): value is Container =>
	isContainer(value) && Object.getPrototypeOf(value) === Object.prototype;

/** One own member to read. A handful of names are those that plain objects inherit. */
export interface MemberStep {
	key: string;
	inherited: boolean;
}

export const stepTo = (key: string): MemberStep => ({ key, inherited: key in Object.prototype });

/**
 * Reads one own member. For plain objects, nearly all that occurs, and names that they do not
 * inherit, the slower question whether the member is their own is spared.
 */
export function readStep(container: unknown, { key, inherited }: MemberStep): unknown {
	if (!isContainer(container)) return undefined;
	const plain = !inherited && Object.getPrototypeOf(container) === Object.prototype;
	const value = plain || Object.hasOwn(container, key) ? container[key] : undefined;
	return value === undefined && plain ? readBlurred(container, key) : value;
}

/** A member whose name only differs by what nobody sees at its ends: a blank, a byte order mark. */
function readBlurred(container: Container, key: string): unknown {
	for (const name in container) {
		if (isClean(name) || !name.includes(key)) continue;
		if (name.replace(/[\p{Zs}\p{DI}]/gu, ' ').trim() === key) return container[name];
	}
	return undefined;
}

const isClean = (name: string): boolean =>
	isPlainSign(name.charCodeAt(0)) && isPlainSign(name.charCodeAt(name.length - 1));

const isPlainSign = (code: number): boolean => code > 0x20 && code < 0x7f;
