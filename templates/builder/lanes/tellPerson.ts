import type { ChannelAdapter, PersonalWords } from '../combinations/adapters';
import { chain, type FlowPart, type Position } from '../nodes/workflow';

interface Telling extends Omit<PersonalWords, 'instead'> {
	/** Where to write when the channel does not know the person, by the message. */
	instead: (message: string) => string;
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
	{ find, tell, at, email, ...telling }: Telling,
): FlowPart & { first: string } {
	const finding = channel.findPerson?.({ name: find, at }, email);
	// What is looked up takes the place of the item.
	const message = finding === undefined ? '$json.handoff.message' : telling.message;
	const words = { email, message, instead: telling.instead(message) };
	const next = finding === undefined ? at : { column: at.column + 0.8, row: at.row };
	const nodes = [
		...(finding === undefined ? [] : [finding]),
		channel.tellPerson({ name: tell, at: next }, words),
	];
	const names = nodes.map(({ name }) => name);
	return { nodes, wires: chain(...names), first: names[0] ?? tell };
}
