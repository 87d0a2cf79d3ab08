/** What was written behind the name of a group: `--name=value`. */
export interface Settings {
	number(name: string, otherwise: number): number;
}

/** @throws Error when a setting is no number */
export function readSettings(given: readonly string[]): Settings {
	const values = new Map(
		given.map((each) => {
			const [, name = '', value = ''] = /^--([a-z-]+)=(.*)$/.exec(each) ?? [];
			if (name === '' || !Number.isFinite(Number(value))) {
				throw new Error(`“${each}” cannot be read. Write --name=number.`);
			}
			return [name, Number(value)] as const;
		}),
	);
	return { number: (name, otherwise) => values.get(name) ?? otherwise };
}
