const SIGNS = [
	...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
	...'-_.~%&=+/?@:;,!$*()',
];

/** Each sign after the host by every other sign, left out, doubled, and in the place of the next. */
export function changesOf(link: string): string[] {
	const start = new URL(link).origin.length + 1;
	const changed = new Set<string>();
	for (let place = start; place < link.length; place++) {
		const [before, sign, after] = [link.slice(0, place), link.charAt(place), link.slice(place + 1)];
		for (const other of SIGNS) changed.add(before + other + after);
		changed.add(before + after);
		changed.add(before + sign + sign + after);
		changed.add(before + after.charAt(0) + sign + after.slice(1));
	}
	return [...changed].filter((url) => !saysTheSame(url, link));
}

/** Whether n8n reads the same in it: it signs the address without the signature itself. */
function saysTheSame(url: string, link: string): boolean {
	const read = (text: string) => {
		const { pathname, searchParams } = new URL(text);
		const signatures = new Set(searchParams.getAll('signature'));
		searchParams.delete('signature');
		return JSON.stringify([pathname, searchParams.toString(), ...signatures]);
	};
	return read(url) === read(link);
}

/** The same values in other places: order, receiver, round, signature, execution. */
export function swapsOf(link: string, other: string): string[] {
	const [mine, theirs] = [new URL(link), new URL(other)];
	const names = [...mine.searchParams.keys()];
	const swapped: string[] = [];
	const build = (pathname: string, entries: string[][]) =>
		swapped.push(`${mine.origin}${pathname}?${new URLSearchParams(entries).toString()}`);
	const entries = [...mine.searchParams.entries()];
	for (const one of names) {
		build(
			mine.pathname,
			entries.filter(([name]) => name !== one),
		);
		build(mine.pathname, [...entries, [one, mine.searchParams.get(one) ?? '']]);
		build(
			mine.pathname,
			entries.map(([name = '', value = '']) => [
				name,
				name === one ? (theirs.searchParams.get(one) ?? '') : value,
			]),
		);
		for (const two of names.filter((name) => name !== one)) {
			const exchange = new Map([
				[one, mine.searchParams.get(two) ?? ''],
				[two, mine.searchParams.get(one) ?? ''],
			]);
			build(
				mine.pathname,
				entries.map(([name = '', value = '']) => [name, exchange.get(name) ?? value]),
			);
			build(
				mine.pathname,
				[...entries].sort(([name]) => (name === one ? -1 : 1)),
			);
		}
	}
	build(theirs.pathname, entries);
	return [...new Set(swapped)].filter((url) => !saysTheSame(url, link) && !saysTheSame(url, other));
}
