import { html, type Markup } from '../../base/html';
import { shorten } from '../../message/shorten';
import { seenText } from '../../policy/readable';

/** A cell: its text, a smaller line below, and a bar where one helps. */
export interface Cell {
	text: string;
	sub?: string;
	bar?: Markup;
}

export interface Column {
	label: string;
	/** Whether it holds figures, which stand at the right. */
	amount?: boolean;
}

export interface PageTable {
	caption: string;
	/** The first column heads each row. */
	columns: readonly Column[];
	rows: readonly (readonly Cell[])[];
}

/** The page stays readable; the CSV files hold every row. */
const MOST_ROWS = 50;
const LONGEST_TEXT = 160;

/** A table that can be scrolled sideways where the screen is small, also by keyboard. */
export function writeTable({ caption, columns, rows }: PageTable): Markup {
	const left = rows.length - MOST_ROWS;
	const more =
		left > 0 ? ` The first ${MOST_ROWS} of ${rows.length}; the CSV file has them all.` : '';
	return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
		<table class="${columns.length > 4 ? 'wide' : 'mid'}">
			<caption>
				<span>${caption}${more}</span>
			</caption>
			<thead>
				<tr>
					${columns.map(({ label, amount }) => html`<th scope="col" class="${amount ? 'amount' : ''}">${label}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.slice(0, MOST_ROWS).map((row) => writeRow(row, columns))}
			</tbody>
		</table>
	</div>`;
}

const writeRow = (row: readonly Cell[], columns: readonly Column[]): Markup =>
	html`<tr>
		${row.map((cell, index) =>
			index === 0
				? html`<th scope="row">${writeCell(named(cell))}</th>`
				: html`<td class="${columns[index]?.amount ? 'amount' : ''}">${writeCell(cell)}</td>`,
		)}
	</tr>`;

/** A name of which nobody sees anything would leave the row without a head. */
const named = (cell: Cell): Cell =>
	seenText(cell.text).trim() === '' ? { ...cell, text: '(no name)' } : cell;

const writeCell = ({ text, sub, bar }: Cell): Markup =>
	html`${shorten(text, LONGEST_TEXT)}${sub !== undefined && sub !== '' && html`<span class="sub">${shorten(sub, LONGEST_TEXT)}</span>`}${bar}`;
