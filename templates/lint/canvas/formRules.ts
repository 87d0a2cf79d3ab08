import { z } from 'zod';
import type { WorkflowFile, WorkflowNode } from '../file/workflowFile';
import { remark, type Remark } from '../remark';
import { STICKY } from './box';

/** The form that our builder writes, so that a change of a template is a change of few lines. */

const FILE_KEYS = ['name', 'nodes', 'connections', 'settings', 'meta'];
const NODE_KEYS = [
	'id',
	'name',
	'type',
	'typeVersion',
	'position',
	'parameters',
	'webhookId',
	'onError',
	'retryOnFail',
	'maxTries',
	'waitBetweenTries',
	'alwaysOutputData',
	'executeOnce',
	'notes',
	'notesInFlow',
];
const GRID = 20;
const YELLOW = 1;
const SHORTEST = 100;
const LONGEST = 300;

/** What holds for the templates that we ship, beyond what holds for every workflow. */
export const lintForm = (file: WorkflowFile): Remark[] => [
	...keysOutOfOrder(file.raw, FILE_KEYS).map((at) => notCanonical(at)),
	...file.nodes.flatMap((node) => [
		...keysOutOfOrder(node.raw, NODE_KEYS).map((at) => notCanonical(at, node.name)),
		...lintGrid(node),
	]),
	...lintOverview(file.nodes),
];

function keysOutOfOrder(raw: Record<string, unknown>, order: readonly string[]): string[] {
	const keys = Object.keys(raw);
	const expected = order.filter((key) => keys.includes(key));
	return keys.filter((key, index) => key !== expected[index]).slice(0, 1);
}

const notCanonical = (at: string, node?: string): Remark =>
	remark('not-canonical', {
		...(node === undefined ? {} : { node }),
		at,
		message: `“${at}” does not belong here.`,
		remedy: 'Change the builder, then run: npm run templates',
	});

function lintGrid({ name, type, position, parameters }: WorkflowNode): Remark[] {
	const sizes = type === STICKY ? [parameters.width, parameters.height] : [];
	const isOff = (value: unknown) => typeof value === 'number' && value % GRID !== 0;
	if (![...position, ...sizes].some(isOff)) return [];
	const message = `The place or the size is no multiple of ${GRID}.`;
	return [remark('off-grid', { node: name, at: 'position', message, remedy: 'Move it.' })];
}

const contentSchema = z.object({ content: z.string(), color: z.literal(YELLOW) });

/** One yellow note says what the flow does and how it is set up, as n8n's template library asks. */
function lintOverview(nodes: readonly WorkflowNode[]): Remark[] {
	const overviews = nodes.flatMap(({ type, parameters }) => {
		const note = contentSchema.safeParse(parameters);
		return type === STICKY && note.success ? [note.data.content] : [];
	});
	const [content = '', ...more] = overviews;
	const words = content.split(/\s+/).filter(Boolean).length;
	const problems = [
		...(overviews.length === 0 ? ['There is no yellow note.'] : []),
		...(more.length > 0 ? ['There is more than one yellow note.'] : []),
		...['### How it works', '### Setup']
			.filter((heading) => overviews.length > 0 && !content.includes(heading))
			.map((heading) => `The yellow note has no heading “${heading}”.`),
		...(overviews.length > 0 && (words < SHORTEST || words > LONGEST)
			? [`The yellow note has ${words} words, not ${SHORTEST} to ${LONGEST}.`]
			: []),
	];
	return problems.map((message) =>
		remark('no-overview', { at: 'nodes', message, remedy: 'Change the overview note.' }),
	);
}
