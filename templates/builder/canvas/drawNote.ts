import { html, type Markup } from '../../../nodes/domain/base/html';
import type { Box } from '../../lint/canvas/box';
import type { Placed } from './layOut';
import { wrapText } from './wrapText';

const PADDING = 20;
/** How n8n numbers the colour of its plain notes; the others are drawn in one colour. */
const PLAIN = 7;

/** Sizes of letters, and how wide one is on average, as a part of its size. */
const HEADING = { size: 26, lead: 32, width: 0.57, weight: 650 };
const SECTION = { size: 18, lead: 30, width: 0.56, weight: 650 };
const BODY = { size: 17, lead: 23, width: 0.54, weight: 400 };
type Style = typeof BODY;

interface Line {
	text: string;
	style: Style;
}

/** A sticky note with its text, as far as there is room for it. */
export function drawNote({ node: { parameters }, box }: Placed): Markup {
	const colour = parameters.color === PLAIN ? 'var(--lane,#f3f3ef)' : 'var(--note,#fdf6df)';
	const { left, top, right, bottom } = box;
	const lines = linesOf(String(parameters.content ?? ''), right - left - 2 * PADDING);
	return html`<rect
			x="${left}"
			y="${top}"
			width="${right - left}"
			height="${bottom - top}"
			rx="8"
			fill="${colour}"
			stroke="var(--edge,#c9c9c4)"
		/>${placeLines(lines, box)}`;
}

function placeLines(lines: readonly Line[], { left, top, bottom }: Box): Markup[] {
	let below = top + PADDING / 2;
	const placed: Markup[] = [];
	for (const { text, style } of lines) {
		below += style.lead;
		if (below > bottom) break;
		placed.push(
			html`<text
				x="${left + PADDING}"
				y="${below}"
				font-size="${style.size}"
				font-weight="${style.weight}"
				fill="var(--ink,#333)"
				>${text}</text
			>`,
		);
	}
	return placed;
}

const linesOf = (markdown: string, width: number): Line[] =>
	markdown.split('\n').flatMap((written) => {
		const style = styleOf(written);
		const longest = Math.floor(width / (style.size * style.width));
		return wrapText(plain(written), longest).map((text) => ({ text, style }));
	});

function styleOf(written: string): Style {
	if (written.startsWith('# ')) return HEADING;
	return written.startsWith('#') ? SECTION : BODY;
}

/** The words without the marks of Markdown. */
const plain = (written: string): string =>
	written
		.replace(/^#+\s*/, '')
		.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/[*`]/g, '');
