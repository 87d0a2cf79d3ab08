import { html, Markup } from '../../../nodes/domain/base/html';
import { NODE, type Box } from '../../lint/canvas/box';
import { readWorkflow } from '../../lint/file/workflowFile';
import { cardOf } from './card';
import { drawNote } from './drawNote';
import { layOut, type Layout, type Placed } from './layOut';
import { colourOf } from './nodeColours';
import { wrapText } from './wrapText';

const MARGIN = 40;
const LINE_HEIGHT = 18;
/** Letters of a name that fit below a node. */
const LONGEST_NAME = 18;

/**
 * A picture of a workflow as n8n's canvas shows it: SVG that stands alone and loads nothing. Inside
 * a page it takes its colours from `--canvas`, `--note`, `--card`, `--ink`, `--wire`.
 *
 * @throws Error when the workflow has no nodes that can be read
 */
export function drawCanvas(workflow: unknown): string {
	const { file } = readWorkflow(workflow);
	if (file === undefined || file.nodes.length === 0) throw new Error('There is nothing to draw.');
	const { notes, cards, wires } = layOut(file);
	const frame = frameOf([...notes, ...cards].map(({ box }) => box));
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
		${notes.map(drawNote)}${wires.map(drawWire)}${cards.map(drawCard)}
	</svg>`.text;
}

/** Left, top, width and height of everything. */
function frameOf(boxes: readonly Box[]): [number, number, number, number] {
	const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
	const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
	const right = Math.max(...boxes.map((box) => box.right)) + MARGIN;
	const bottom = Math.max(...boxes.map((box) => box.bottom)) + MARGIN;
	return [left, top, right - left, bottom - top];
}

const drawWire = ({ path }: Layout['wires'][number]): Markup =>
	html`<path d="${path}" fill="none" stroke="var(--wire,#9a9a94)" stroke-width="3" />`;

function drawCard({ node: { name, type }, box }: Placed): Markup {
	const { left, top, centre, middle, bottom, height } = cardOf(box);
	const lines = wrapText(name, LONGEST_NAME).map(
		(line, index) =>
			html`<tspan x="${centre}" y="${bottom + LINE_HEIGHT * (index + 1)}">${line}</tspan>`,
	);
	return html`<rect
			x="${left}"
			y="${top}"
			width="${NODE}"
			height="${height}"
			rx="10"
			fill="var(--card,#fff)"
			stroke="var(--edge,#c9c9c4)"
			stroke-width="2"
		/><circle cx="${centre}" cy="${middle}" r="22" fill="${colourOf(type)}" /><text
			font-size="15"
			text-anchor="middle"
			fill="var(--ink,#333)"
			>${lines}</text
		>`;
}
