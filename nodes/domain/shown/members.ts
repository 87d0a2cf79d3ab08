type Members = Readonly<Record<string, unknown>>;

/** The names of members as they are compared: `First_Name` and `firstName` are one. */
const plainName = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, '');

const MOST_MEMBERS = 60;

/** The first text under one of some names, whatever their case; empty where there is none. */
export function textMember(object: Members, names: readonly string[]): string {
	const keys = Object.keys(object).slice(0, MOST_MEMBERS);
	for (const name of names.map(plainName)) {
		const key = keys.find((one) => plainName(one) === name);
		const value = key === undefined ? undefined : object[key];
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
	}
	return '';
}
