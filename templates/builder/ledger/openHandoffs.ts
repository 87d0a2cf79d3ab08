import { CLAIMS } from './claims';
import { byName, createTable, table, type TableNode } from './ledger';
import type { TemplateNode } from '../nodes/workflow';

/**
 * The handoffs whose clocks somebody has to look at: when, and the envelope with the clock. Flows
 * add rows, one sweep for all of them looks at what is due.
 */
export const OPEN = 'handoff_open';

const ofHandoff = (id: string) => [{ keyName: 'handoffId', condition: 'eq', keyValue: id }];

export const createOpen = (node: TableNode): TemplateNode =>
	createTable(node, OPEN, [
		{ name: 'handoffId', type: 'string' },
		{ name: 'title', type: 'string' },
		{ name: 'nextAt', type: 'date' },
		{ name: 'handoff', type: 'string' },
	]);

const rows = (node: TableNode, operation: string, more: Record<string, unknown>): TemplateNode =>
	table(node, {
		resource: 'row',
		operation,
		dataTableId: byName(OPEN),
		matchType: 'allConditions',
		...more,
	});

/** The columns of a row, from an expression for the handoff; `null` when there is nothing to wait for. */
const columnsOf = (handoff: string) => ({
	mappingMode: 'defineBelow',
	value: {
		handoffId: `={{ ${handoff}.id }}`,
		title: `={{ ${handoff}.record.title }}`,
		nextAt: `={{ ${handoff}.clock.nextAt ?? null }}`,
		handoff: `={{ JSON.stringify({ ...${handoff}, message: undefined, event: undefined }) }}`,
	},
	matchingColumns: [],
	schema: [],
});

/** Lets an item pass when the handoff is not kept yet. */
export const notOpen = (node: TableNode, handoffId: string): TemplateNode =>
	rows(node, 'rowNotExists', {
		filters: { conditions: [{ keyName: 'handoffId', keyValue: handoffId }] },
	});

/** Keeps the handoff until its clock is stopped. */
export const keepOpen = (node: TableNode, handoff: string): TemplateNode =>
	rows(node, 'upsert', {
		filters: { conditions: ofHandoff(`={{ ${handoff}.id }}`) },
		columns: columnsOf(handoff),
		options: {},
	});

/** The row of a handoff; nothing when there is none. */
export const findOpen = (node: TableNode, handoffId: string): TemplateNode =>
	rows(node, 'get', { filters: { conditions: ofHandoff(handoffId) }, returnAll: true });

export const forgetOpen = (node: TableNode, handoffId: string): TemplateNode =>
	rows(node, 'deleteRows', { filters: { conditions: ofHandoff(handoffId) }, options: {} });

/** What is due now, the oldest first; so many that a run ends in time. */
export const findDue = (node: TableNode, limit: number): TemplateNode => ({
	...rows(node, 'get', {
		filters: {
			conditions: [{ keyName: 'nextAt', condition: 'lte', keyValue: '={{ $now.toISO() }}' }],
		},
		returnAll: false,
		limit,
		orderBy: true,
		orderByColumn: 'nextAt',
		orderByDirection: 'ASC',
	}),
	executeOnce: true,
});

/** What other runs are at: the claims of the last minutes. */
export const findClaims = (node: TableNode, minutes: number): TemplateNode => ({
	...table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: byName(CLAIMS),
		matchType: 'allConditions',
		filters: {
			conditions: [
				{
					keyName: 'createdAt',
					condition: 'gt',
					keyValue: `={{ $now.minus({ minutes: ${minutes} }).toISO() }}`,
				},
			],
		},
		returnAll: true,
	}),
	alwaysOutputData: true,
	executeOnce: true,
});

/** How the clock of a row stands now. A row that was removed meanwhile is not written again. */
export const updateOpen = (
	node: TableNode,
	{ rowId, handoff }: { rowId: string; handoff: string },
): TemplateNode => ({
	...rows(node, 'update', {
		filters: { conditions: [{ keyName: 'id', condition: 'eq', keyValue: rowId }] },
		columns: columnsOf(handoff),
		options: {},
	}),
	alwaysOutputData: true,
});
