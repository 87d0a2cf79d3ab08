import { z } from 'zod';
import { escapeHtml } from '../../../nodes/domain/html';

const nodeSchema = z.object({
	name: z.string(),
	type: z.string(),
	position: z.tuple([z.number(), z.number()]),
	parameters: z
		.object({ content: z.string(), width: z.number(), height: z.number(), color: z.number() })
		.partial(),
});
const workflowSchema = z.object({
	name: z.string(),
	nodes: z.array(nodeSchema),
	connections: z.record(
		z.object({ main: z.array(z.array(z.object({ node: z.string() })).nullable()) }),
	),
});
type Node = z.infer<typeof nodeSchema>;

const SIDE = 96;
const LINE = 16;
const MARGIN = 40;
const STICKY = 'n8n-nodes-base.stickyNote';
const OURS = 'n8n-nodes-handoff.';
const STICKY_COLORS: Record<number, string> = { 1: '#fff4d6', 7: '#f4f5f8' };

/** Draws a workflow as it stands on n8n's canvas: notes, wires and nodes with their names. */
export function drawCanvas(workflow: unknown): string {
	const { name, nodes, connections } = workflowSchema.parse(workflow);
	const notes = nodes.filter(({ type }) => type === STICKY);
	const steps = nodes.filter(({ type }) => type !== STICKY);
	const find = (wanted: string) => steps.find((node) => node.name === wanted);
	const wires = Object.entries(connections).flatMap(([from, { main }]) =>
		main.flatMap((targets) => (targets ?? []).map(({ node }) => drawWire(find(from), find(node)))),
	);
	const { x, y, width, height } = frameOf(nodes);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" font-family="sans-serif">`,
		`<title>${escapeHtml(name)}</title>`,
		`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`,
		...notes.map(drawNote),
		...wires,
		...steps.map(drawStep),
		'</svg>',
		'',
	].join('\n');
}

const sizeOf = ({ parameters: { width = SIDE, height = SIDE } }: Node) => ({ width, height });

function frameOf(nodes: readonly Node[]) {
	const lefts = nodes.map(({ position: [x] }) => x);
	const tops = nodes.map(({ position: [, y] }) => y);
	const rights = nodes.map((node) => node.position[0] + sizeOf(node).width);
	const bottoms = nodes.map((node) => node.position[1] + sizeOf(node).height);
	const [x, y] = [Math.min(...lefts) - MARGIN, Math.min(...tops) - MARGIN];
	return {
		x,
		y,
		width: Math.max(...rights) + MARGIN - x,
		height: Math.max(...bottoms) + MARGIN - y,
	};
}

function drawNote(note: Node): string {
	const [x, y] = note.position;
	const { width, height } = sizeOf(note);
	const { color = 1, content = '' } = note.parameters;
	const [headline = ''] = content.split('\n');
	return [
		`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${STICKY_COLORS[color] ?? '#fff4d6'}" stroke="#d5d8e0"/>`,
		`<text x="${x + LINE}" y="${y + 2 * LINE}" font-size="20" font-weight="bold" fill="#3b4152">${escapeHtml(headline.replace(/^#+\s*/, ''))}</text>`,
	].join('');
}

function drawWire(from?: Node, to?: Node): string {
	if (from === undefined || to === undefined) return '';
	const [x1, y1] = [from.position[0] + SIDE, from.position[1] + SIDE / 2];
	const [x2, y2] = [to.position[0], to.position[1] + SIDE / 2];
	const bend = Math.max(40, Math.abs(x2 - x1) / 3);
	return `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="#8b93a7" stroke-width="2"/>`;
}

function drawStep({ name, type, position: [x, y] }: Node): string {
	const isOurs = type.startsWith(OURS);
	const short = type.slice(type.lastIndexOf('.') + 1);
	const [fill, stroke] = isOurs ? ['#e7eaff', '#3447c9'] : ['#ffffff', '#8b93a7'];
	const words = linesOf(name).map(
		(line, index) =>
			`<text x="${x + SIDE / 2}" y="${y + SIDE + LINE * (index + 1)}" font-size="13" text-anchor="middle" fill="#1f2430">${escapeHtml(line)}</text>`,
	);
	return [
		`<rect x="${x}" y="${y}" width="${SIDE}" height="${SIDE}" rx="10" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`,
		`<text x="${x + SIDE / 2}" y="${y + SIDE / 2 + 4}" font-size="11" text-anchor="middle" fill="#565d6d">${escapeHtml(short)}</text>`,
		...words,
	].join('');
}

const LONGEST_LINE = 22;

/** The words of a name in lines that fit below a node. */
function linesOf(name: string): string[] {
	const lines: string[] = [];
	for (const word of name.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= LONGEST_LINE) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
}
