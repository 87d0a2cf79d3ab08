import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerStepSchema } from '../../nodes/domain/handoff/rowData';

const GUIDE = join(__dirname, '..', 'ledger.md');
const BEGIN = '<!-- written by npm run templates from nodes/domain/handoff/rowData.ts -->';
const END = '<!-- end -->';

const HEAD = ['`type`', 'What happened', 'In `data`, besides `turns`'];

/** Every type of row, what it says happened and what it notes, as a Markdown table. */
export function ledgerTypesTable(): string {
	const rows = ledgerStepSchema.options.map(({ shape, description = '' }) => [
		`\`${shape.type.value}\``,
		description,
		Object.keys(shape.data.shape)
			.map((name) => `\`${name}\``)
			.join(', '),
	]);
	const widths = HEAD.map((head, index) =>
		Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)),
	);
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
	return [HEAD, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

/**
 * The guide to the ledger with the table of the types of rows.
 *
 * @throws Error when the place for it is gone
 */
export function ledgerGuide(): string {
	const text = readFileSync(GUIDE, 'utf8');
	const [before, rest] = text.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) {
		throw new Error(`docs/ledger.md has no place for the types of rows: ${BEGIN} … ${END}`);
	}
	return `${before}${BEGIN}\n\n${ledgerTypesTable()}\n\n${END}${after}`;
}
