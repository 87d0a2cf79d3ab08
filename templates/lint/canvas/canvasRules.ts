import type { WorkflowNode } from '../file/workflowFile';
import { remark, type Remark } from '../remark';
import { boxOf, contains, overlap, STICKY, type Box } from './box';

/** Whether everything on the canvas can be read: no node on another, none half on a note. */
export function lintCanvas(
	nodes: readonly WorkflowNode[],
	outputsOf: (name: string) => number,
): Remark[] {
	const boxes = nodes.map((node) => ({ node, box: boxOf(node, outputsOf(node.name)) }));
	const stickies = boxes.filter(({ node }) => node.type === STICKY).map(({ box }) => box);
	const drawn = boxes.filter(({ node }) => node.type !== STICKY).map(({ box }) => box);
	return [
		...pairsIn(drawn)
			.filter(([a, b]) => overlap(a, b))
			.map(([a, b]) => overlapping(a, b)),
		...pairsIn(stickies)
			.filter(([a, b]) => overlap(a, b) && !contains(a, b) && !contains(b, a))
			.map(([a, b]) => overlapping(a, b)),
		...drawn.flatMap((box) =>
			stickies
				.filter((sticky) => overlap(sticky, box) && !contains(sticky, box))
				.map((sticky) => halfIn(box, sticky)),
		),
	];
}

const pairsIn = (boxes: readonly Box[]): Array<[Box, Box]> =>
	boxes.flatMap((a, index) => boxes.slice(index + 1).map((b): [Box, Box] => [a, b]));

const overlapping = (a: Box, b: Box): Remark =>
	remark('overlapping-nodes', {
		node: b.name,
		at: 'position',
		message: `This covers a part of “${a.name}”.`,
		remedy: 'Move one of them.',
	});

const halfIn = (box: Box, sticky: Box): Remark =>
	remark('half-in-sticky', {
		node: box.name,
		at: 'position',
		message: `The node and its name are neither inside the note “${sticky.name}” nor beside it.`,
		remedy: 'Move the node, or change the size of the note.',
	});
