import type { Connection } from '../file/connections';

/** Which nodes can run before and after which. */
export interface Graph {
	/** The nodes that a node leads to, itself only when a way leads back to it. */
	after(name: string): ReadonlySet<string>;
	/** The nodes that lead to a node; to a part of an AI node, those that lead to that node. */
	before(name: string): ReadonlySet<string>;
	/**
	 * The nodes on the ways from one output of a node back to it, until it is reached; undefined when
	 * no way leads back.
	 */
	loopFrom(name: string, output: number): ReadonlySet<string> | undefined;
}

/** The connections as a graph; each question costs one walk. */
export function graphOf(connections: readonly Connection[]): Graph {
	const main = connections.filter(({ kind }) => kind === 'main');
	const forth = neighbours(main.map(({ from, to }) => [from, to]));
	// A part of an AI node runs when that node does: what ran before the node ran before the part.
	const back = neighbours(
		connections.map(({ from, to, kind }) => (kind === 'main' ? [to, from] : [from, to])),
	);
	return {
		after: (name) => walk(forth, forth.get(name) ?? []),
		before: (name) => walk(back, back.get(name) ?? []),
		loopFrom: (name, output) => {
			const first = main.filter((wire) => wire.from === name && wire.output === output);
			const out = walk(
				without(forth, name),
				first.map(({ to }) => to),
			);
			const home = walk(without(back, name), back.get(name) ?? []);
			return out.has(name) ? new Set([...out].filter((one) => home.has(one))) : undefined;
		},
	};
}

type Neighbours = Map<string, string[]>;

function neighbours(pairs: Array<[string, string]>): Neighbours {
	const map: Neighbours = new Map();
	for (const [from, to] of pairs) {
		const known = map.get(from);
		if (known === undefined) map.set(from, [to]);
		else known.push(to);
	}
	return map;
}

const without = (ways: Neighbours, name: string): Neighbours =>
	new Map([...ways].filter(([from]) => from !== name));

/** Every node that can be reached from the given ones, they included. */
export function walk(ways: ReadonlyMap<string, string[]>, from: readonly string[]): Set<string> {
	const seen = new Set(from);
	for (const name of seen) for (const next of ways.get(name) ?? []) seen.add(next);
	return seen;
}
