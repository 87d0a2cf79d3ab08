import { cardOf } from '../../templates/builder/canvas/card';
import { layOut, type Layout } from '../../templates/builder/canvas/layOut';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { readWorkflow } from '../../templates/lint/file/workflowFile';
import { COMBINATIONS, nameOf } from './combinations';
import { pointsOn } from './pointsOn';
import { readTemplate, shippedFiles } from './templateFolder';

/** Names below two nodes of a row need this from the middle of one to that of the other. */
const NAME_WIDTH = 150;

function layoutOf(workflow: unknown): Layout {
	const { file } = readWorkflow(workflow);
	if (file === undefined) throw new Error('the workflow cannot be read');
	return layOut(file);
}

/** Each wire that runs through a node at which it neither begins nor ends. */
const runThrough = ({ wires, cards }: Layout): string[] =>
	wires.flatMap(({ from, to, path }) => {
		const points = pointsOn(path);
		return cards
			.filter(({ node }) => node.name !== from && node.name !== to)
			.filter(({ box }) => {
				const { left, right, top, bottom } = cardOf(box);
				return points.some(([x, y]) => x > left && x < right && y > top && y < bottom);
			})
			.map(({ node }) => `${from} → ${to} runs through ${node.name}`);
	});

/** Each pair of nodes of a row whose names stand on one another. */
const covered = ({ cards }: Layout): string[] =>
	cards.flatMap(({ node, box }, index) =>
		cards
			.slice(index + 1)
			.filter((other) => Math.abs(other.box.bottom - box.bottom) < 40)
			.filter((other) => Math.abs(other.box.left - box.left) < NAME_WIDTH)
			.map((other) => `${node.name} and ${other.node.name}`),
	);

const workflows = [
	...shippedFiles().map((name) => ({ name, read: (): unknown => JSON.parse(readTemplate(name)) })),
	...COMBINATIONS.map((combination) => ({
		name: nameOf(combination),
		read: (): unknown => composeHandoff(combination),
	})),
];

describe.each(workflows)('the canvas of $name', ({ read }) => {
	it('can be read: no wire runs through a node that is not its own, and no name covers another', () => {
		const layout = layoutOf(read());

		expect(runThrough(layout)).toEqual([]);
		expect(covered(layout)).toEqual([]);
	});
});
