import { lintForm } from '../../templates/lint/canvas/formRules';
import { boxOf, STICKY } from '../../templates/lint/canvas/box';
import { textsIn } from '../../templates/lint/file/textsIn';
import { readWorkflow, type WorkflowFile } from '../../templates/lint/file/workflowFile';
import { lintReadable } from '../../templates/lint/flow/readableRules';

/** What a person takes in at a glance; sizes in pixels, expressions in characters. */
const MOST = { nodes: 34, expressions: 6000, width: 2600, height: 1400 };
const MEASURES = ['nodes', 'expressions', 'width', 'height'] as const;

type Nodes = WorkflowFile['nodes'];

/** What makes a flow hard to read, in words; none for one that a person follows at a glance. */
export function hardToRead(workflow: unknown, most: Partial<typeof MOST> = {}): string[] {
	const { file } = readWorkflow(workflow);
	if (file === undefined) return ['it is no workflow'];
	const limits = { ...MOST, ...most };
	const steps = file.nodes.filter(({ type }) => type !== STICKY);
	const found = { nodes: steps.length, expressions: expressionsIn(steps), ...sizeOf(file.nodes) };
	return [
		...[...lintReadable(file.nodes), ...lintForm(file)].map(({ message }) => message),
		...MEASURES.filter((what) => found[what] > limits[what]).map(
			(what) => `${what}: ${found[what]}, at most ${limits[what]}`,
		),
	];
}

/** The length of all expressions. */
const expressionsIn = (nodes: Nodes): number =>
	nodes
		.flatMap(({ parameters }) => textsIn(parameters, ''))
		.filter(({ text }) => text.startsWith('='))
		.reduce((sum, { text }) => sum + text.length, 0);

/** What a flow takes of the canvas, its notes and the names below its nodes included. */
function sizeOf(nodes: Nodes): { width: number; height: number } {
	const boxes = nodes.map((node) => boxOf(node));
	const from = (side: 'left' | 'top') => Math.min(...boxes.map((box) => box[side]));
	const until = (side: 'right' | 'bottom') => Math.max(...boxes.map((box) => box[side]));
	return { width: until('right') - from('left'), height: until('bottom') - from('top') };
}
