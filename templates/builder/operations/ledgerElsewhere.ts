import { choicesOf, describeChoice } from '../setUp/choices';
import { TABLE_COLUMNS } from '../ledger/ledger';
import type { Position, Sticky, TemplateNode } from '../nodes/workflow';

/** The nodes of a workflow that keeps the ledger outside n8n. */
export const NAMES = {
	called: 'When a step leaves a row',
	store: 'Store the row',
	report: 'Run to see the report',
	create: 'Create the table, once',
	read: 'Read all rows',
	insights: 'Why handoffs fail',
} as const;

export const at = (column: number, row: number): Position => ({ column, row });

/** The row that a step left, from the item of its node, column by column. */
export const ROW = {
	mappingMode: 'defineBelow',
	value: Object.fromEntries(
		TABLE_COLUMNS.map(({ name }) => [name, `={{ $json.handoff.event.${name} }}`]),
	),
	matchingColumns: ['eventId'],
	schema: TABLE_COLUMNS.map(({ name, type }) => ({
		id: name,
		displayName: name,
		type,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: true,
		display: true,
	})),
};

/** What the workflow is for, and how it is set up. */
export function overview(store: string, nodes: readonly TemplateNode[], steps: string[]): Sticky {
	const choices = choicesOf(nodes).map(describeChoice);
	const setUp = [
		...steps,
		...choices,
		'Publish. In your handoff flow, put **Execute Sub-workflow** (this workflow) where the Data Table stores a row.',
	];
	return {
		name: 'Overview',
		at: at(-4.2, -0.4),
		columns: 3.9,
		rows: 2.8,
		color: 1,
		text: [
			`# The ledger in ${store}`,
			'### How it works',
			'Each step of a handoff leaves one row. This workflow gets the item of the step and stores its row by `eventId`: a step that is repeated updates its row and never doubles it. Gate, acceptance and clocks leave the same columns, so one table holds all your handoffs, and _Handoff Insights_ reads it as it reads the Data Table: run **Run to see the report**.',
			'### Setup',
			...setUp.map((step, index) => `${index + 1}. ${step}`),
			'\nNeeds the community package `n8n-nodes-handoff`.',
		].join('\n'),
	};
}
