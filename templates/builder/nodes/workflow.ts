/** The shapes of an n8n workflow file, as far as our templates use them. */

export interface Position {
	/** Columns from the left and rows from the top, in grid units; may be fractions. */
	column: number;
	row: number;
}

export interface TemplateNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	at: Position;
	/** By which n8n knows the address of a webhook. */
	webhookId?: string;
	/** What n8n does when the node fails; message nodes always go on. */
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
	/** Tries again after a pause, for calls that may be repeated safely. */
	retry?: boolean;
	/** Sends one empty item on when nothing was found, so that the flow goes on. */
	alwaysOutputData?: boolean;
	executeOnce?: boolean;
	/** Shown under the node: what a person must choose there. */
	notes?: string;
}

/** `from` output number `output` to input number `input` of `to`; the first ones when left out. */
export interface Wire {
	from: string;
	to: string;
	output?: number;
	input?: number;
	/** What goes through the wire; items when left out. */
	kind?: 'main' | 'ai_languageModel';
}

export interface Sticky {
	name: string;
	text: string;
	/** Top left corner and size in grid units. */
	at: Position;
	columns: number;
	rows: number;
	color: number;
}

export interface TemplateSource {
	name: string;
	nodes: TemplateNode[];
	wires: Wire[];
	stickies: Sticky[];
}

/** Wires that lead from each node to the next, by the first output. */
export const chain = (...names: string[]): Wire[] =>
	names.slice(1).map((to, index) => ({ from: names[index] ?? '', to }));

/** A part of a flow that adapters contribute: nodes and the wires among them. */
export interface FlowPart {
	nodes: TemplateNode[];
	wires: Wire[];
}

const COLUMN = 240;
const ROW = 200;
const GRID = 20;
const TRIES = 3;
const WAIT_BETWEEN_TRIES = 3000;

const snap = (value: number): number => Math.round(value / GRID) * GRID;
const positionOf = ({ column, row }: Position): [number, number] => [
	snap(column * COLUMN),
	snap(row * ROW),
];

/** The id of a node is the slug of its name, so that a file has no random parts. */
export const slug = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/**
 * Builds the file that n8n imports.
 *
 * @throws Error when a name is used twice or a wire leads to no node: a mistake in our builder
 */
export function buildWorkflow(source: TemplateSource): Record<string, unknown> {
	requireSound(source);
	return {
		name: source.name,
		nodes: [...source.stickies.map(buildSticky), ...source.nodes.map(buildNode)],
		connections: buildConnections(source),
		settings: { executionOrder: 'v1' },
		meta: { templateCredsSetupCompleted: false },
	};
}

function requireSound({ nodes, stickies, wires }: TemplateSource): void {
	const names = [...nodes, ...stickies].map(({ name }) => name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new Error(`two nodes are named “${twice}”`);
	const loose = wires.flatMap(({ from, to }) => [from, to]).find((name) => !names.includes(name));
	if (loose !== undefined) throw new Error(`a wire leads to “${loose}”, which is no node`);
}

const buildNode = (node: TemplateNode): Record<string, unknown> => ({
	id: slug(node.name),
	name: node.name,
	type: node.type,
	typeVersion: node.typeVersion,
	position: positionOf(node.at),
	parameters: node.parameters,
	...(node.webhookId === undefined ? {} : { webhookId: node.webhookId }),
	...(node.onError === undefined ? {} : { onError: node.onError }),
	...(node.retry === true
		? { retryOnFail: true, maxTries: TRIES, waitBetweenTries: WAIT_BETWEEN_TRIES }
		: {}),
	...(node.alwaysOutputData === true ? { alwaysOutputData: true } : {}),
	...(node.executeOnce === true ? { executeOnce: true } : {}),
	...(node.notes === undefined ? {} : { notes: node.notes, notesInFlow: true }),
});

const buildSticky = (sticky: Sticky): Record<string, unknown> => ({
	id: slug(sticky.name),
	name: sticky.name,
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position: positionOf(sticky.at),
	parameters: {
		content: sticky.text,
		width: snap(sticky.columns * COLUMN),
		height: snap(sticky.rows * ROW),
		color: sticky.color,
	},
});

interface Target {
	node: string;
	type: NonNullable<Wire['kind']>;
	index: number;
}
type Lanes = Partial<Record<NonNullable<Wire['kind']>, Target[][]>>;

function buildConnections({ wires }: TemplateSource): Record<string, Lanes> {
	const connections: Record<string, Lanes> = {};
	for (const { from, to, output = 0, input = 0, kind = 'main' } of wires) {
		const lanes = ((connections[from] ??= {})[kind] ??= []);
		while (lanes.length <= output) lanes.push([]);
		lanes[output]?.push({ node: to, type: kind, index: input });
	}
	return connections;
}

/** The canonical text of a template file. */
export const writeJson = (workflow: unknown): string => `${JSON.stringify(workflow, null, '\t')}\n`;
