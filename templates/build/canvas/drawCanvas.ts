import { html, Markup } from '../../../nodes/domain/html';
import { boxOf, STICKY, type Box } from '../../lint/canvas/box';
import type { Connection } from '../../lint/file/connections';
import { readWorkflow, type WorkflowNode } from '../../lint/file/workflowFile';
import { colourOf } from './nodeColours';
import { wrapName } from './wrapName';

/** The square that n8n's editor draws for a node, and the gaps between its outputs. */
const NODE = 96;
const OUTPUT_GAP = 32;
const MARGIN = 40;
const LINE_HEIGHT = 18;
/** How far a wire runs straight out before it bends. */
const BEND = 90;

/**
 * A picture of a workflow as n8n's canvas shows it: SVG that stands alone and loads nothing. Inside
 * a page it takes its colours from `--canvas`, `--note`, `--card`, `--ink`, `--wire`.
 *
 * @throws Error when the workflow has no nodes that can be read
 */
export function drawCanvas(workflow: unknown): string {
	const { file } = readWorkflow(workflow);
	if (file === undefined || file.nodes.length === 0) throw new Error('There is nothing to draw.');
	const outputs = outputsOf(file.connections);
	const boxes = new Map(
		file.nodes.map((node) => [node.name, boxOf(node, outputs.get(node.name) ?? 1)]),
	);
	const notes = file.nodes.filter(({ type }) => type === STICKY);
	const cards = file.nodes.filter(({ type }) => type !== STICKY);
	const frame = frameOf([...boxes.values()]);
	const label = `Canvas of ${String(file.raw.name ?? 'a workflow')}: ${cards.length} nodes`;
	return html`<svg
		xmlns="http://www.w3.org/2000/svg"
		role="img"
		aria-label="${label}"
		viewBox="${frame.join(' ')}"
		font-family="system-ui,sans-serif"
	>
		<rect
			x="${frame[0]}"
			y="${frame[1]}"
			width="${frame[2]}"
			height="${frame[3]}"
			fill="var(--canvas,#fbfbf9)"
		/>
		${notes.map((note) => drawNote(note, boxes))}${file.connections.map((wire) => drawWire(wire, boxes, outputs))}${cards.map((card) => drawCard(card, boxes))}
	</svg>`.text;
}

/** How many outputs of each node are in use, as far as the wires tell. */
function outputsOf(connections: readonly Connection[]): Map<string, number> {
	const outputs = new Map<string, number>();
	for (const { from, output } of connections) {
		outputs.set(from, Math.max(outputs.get(from) ?? 1, output + 1));
	}
	return outputs;
}

/** Left, top, width and height of everything. */
function frameOf(boxes: readonly Box[]): [number, number, number, number] {
	const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
	const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
	const right = Math.max(...boxes.map((box) => box.right)) + MARGIN;
	const bottom = Math.max(...boxes.map((box) => box.bottom)) + MARGIN;
	return [left, top, right - left, bottom - top];
}

function drawNote({ name, parameters }: WorkflowNode, boxes: ReadonlyMap<string, Box>): Markup {
	const box = boxes.get(name);
	if (box === undefined) return html``;
	const heading = String(parameters.content ?? '')
		.split('\n', 1)[0]
		?.replace(/^#+\s*/, '');
	return html`<rect
			x="${box.left}"
			y="${box.top}"
			width="${box.right - box.left}"
			height="${box.bottom - box.top}"
			rx="8"
			fill="var(--note,#fdf6df)"
		/><text
			x="${box.left + 20}"
			y="${box.top + 38}"
			font-size="26"
			font-weight="600"
			fill="var(--ink,#333)"
			>${heading}</text
		>`;
}

function drawCard({ name, type }: WorkflowNode, boxes: ReadonlyMap<string, Box>): Markup {
	const box = boxes.get(name);
	if (box === undefined) return html``;
	const middle = box.left + NODE / 2;
	const lines = wrapName(name).map(
		(line, index) =>
			html`<tspan x="${middle}" y="${box.bottom - 40 + LINE_HEIGHT * (index + 1)}">${line}</tspan>`,
	);
	return html`<rect
			x="${box.left}"
			y="${box.top}"
			width="${NODE}"
			height="${box.bottom - box.top - 40}"
			rx="10"
			fill="var(--card,#fff)"
			stroke="var(--edge,#c9c9c4)"
			stroke-width="2"
		/><circle
			cx="${middle}"
			cy="${(box.top + box.bottom - 40) / 2}"
			r="22"
			fill="${colourOf(type)}"
		/><text font-size="15" text-anchor="middle" fill="var(--ink,#333)">${lines}</text>`;
}

function drawWire(
	{ from, to, output }: Connection,
	boxes: ReadonlyMap<string, Box>,
	outputs: ReadonlyMap<string, number>,
): Markup {
	const [source, target] = [boxes.get(from), boxes.get(to)];
	if (source === undefined || target === undefined) return html``;
	const used = outputs.get(from) ?? 1;
	const middle = (source.top + source.bottom - 40) / 2;
	const start = [source.left + NODE, middle + (output - (used - 1) / 2) * OUTPUT_GAP] as const;
	const end = [target.left, (target.top + target.bottom - 40) / 2] as const;
	const reach = Math.max(BEND, Math.abs(end[0] - start[0]) / 2);
	const path = `M${start[0]} ${start[1]}C${start[0] + reach} ${start[1]} ${end[0] - reach} ${end[1]} ${end[0]} ${end[1]}`;
	return html`<path d="${path}" fill="none" stroke="var(--wire,#9a9a94)" stroke-width="3" />`;
}
