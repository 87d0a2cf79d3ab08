import type { ChannelAdapter, PersonalWords } from '../combinations/adapters';
import { chain, type FlowPart, type Position } from '../nodes/workflow';

interface Telling extends Omit<PersonalWords, 'lookup'> {
	/** Names of the node that finds the person and of the node that tells them. */
	find: string;
	tell: string;
	at: Position;
}

/**
 * Tells one person something: looks them up first where the channel needs that.
 *
 * @returns the nodes, wired, and the name of the first; the last one is `tell`
 */
export function tellPerson(
	channel: ChannelAdapter,
	telling: Telling,
): FlowPart & { first: string } {
	const { find, tell, at, ...words } = telling;
	const finding = channel.findPerson?.({ name: find, at }, words.email);
	const next = finding === undefined ? at : { column: at.column + 1, row: at.row };
	const nodes = [
		...(finding === undefined ? [] : [finding]),
		channel.tellPerson({ name: tell, at: next }, { ...words, lookup: '$json' }),
	];
	const names = nodes.map(({ name }) => name);
	return { nodes, wires: chain(...names), first: names[0] ?? tell };
}
