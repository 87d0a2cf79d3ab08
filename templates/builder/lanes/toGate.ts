import type { CrmAdapter } from '../combinations/adapters';
import { NAMES } from '../nodes/names';
import { chain, type Position, type TemplateNode, type Wire } from '../nodes/workflow';

const [RECORD, ADDED] = [0, 1];
const GATE = { column: 7.75, row: 0.38 };
/** With a second system: the row of the records, and the row below in which it is read. */
const [RECORDS, READS] = [0.4, 0.7];
const ADD = 8.67;
/** From the last node that reads to the one that adds: the wire from below comes in between. */
const BESIDE = 0.92;
/** How far nodes of a row are apart, so that their names stand beside each other. */
export const CLOSE = 0.67;

/**
 * The wires to the gate, by way of what a second system says, which is read whenever a record comes.
 *
 * @param from the node that gives the record, and by which output
 */
export function toGate({ second }: CrmAdapter, from: Pick<Wire, 'from' | 'output'>): Wire[] {
	if (second === undefined) return [{ ...from, to: NAMES.gate }];
	const { add, read } = second;
	return [
		{ ...from, to: add.name, input: RECORD },
		{ ...from, to: read[0]?.name ?? add.name },
	];
}

/**
 * The nodes that read a second system and add what it says to the records, wired to the gate. When it
 * cannot be read, the run fails here: no record is judged without it.
 */
export function secondSystem({ second }: CrmAdapter): {
	nodes: TemplateNode[];
	wires: Wire[];
	/** The row of the records, and where the gate stands. */
	row?: number;
	gate: Position;
} {
	if (second === undefined) return { nodes: [], wires: [], gate: GATE };
	const first = ADD - BESIDE - (second.read.length - 1) * CLOSE;
	const read = second.read.map((node, index) => ({
		...node,
		at: { column: first + index * CLOSE, row: READS },
		// However many records there are; the nodes after it take all that was read.
		...(index === 0 && { executeOnce: true }),
		// Also when it says nothing, the records are judged: without it, they are not ready.
		alwaysOutputData: true,
	}));
	const names = read.map(({ name }) => name);
	return {
		nodes: [...read, { ...second.add, at: { column: ADD, row: RECORDS } }],
		wires: [
			...chain(...names),
			...names.slice(-1).map((from) => ({ from, to: second.add.name, input: ADDED })),
			...chain(second.add.name, NAMES.gate),
		],
		row: RECORDS,
		gate: { column: ADD + CLOSE, row: GATE.row },
	};
}
