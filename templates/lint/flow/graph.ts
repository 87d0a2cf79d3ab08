import type { Connection } from '../file/connections';

/** Which nodes can run before and after which. */
export interface Graph {
	/** The nodes that a node leads to, itself only when a way leads back to it. */
	after(name: string): ReadonlySet<string>;
	/** The nodes that lead to a node; to a part of an AI node, those that lead to that node. */
	before(name: string): ReadonlySet<string>;
	/** The nodes that one output of a node leads to. */
	afterOutput(name: string, output: number): ReadonlySet<string>;
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
		afterOutput: (name, output) =>
			walk(
				forth,
				main.filter((wire) => wire.from === name && wire.output === output).map(({ to }) => to),
			),
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

/** Every node that can be reached from the given ones, they included. */
export function walk(ways: ReadonlyMap<string, string[]>, from: readonly string[]): Set<string> {
	const seen = new Set(from);
	for (const name of seen) for (const next of ways.get(name) ?? []) seen.add(next);
	return seen;
}
