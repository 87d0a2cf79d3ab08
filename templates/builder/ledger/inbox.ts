import { byName, createTable, table, type TableNode } from './ledger';
import type { TemplateNode } from '../nodes/workflow';

/** Records that were sent to us, kept in a Data Table until their task is known. */

const INBOX = 'handoff_inbox';

const isRecord = (recordId: string) => ({
	conditions: [{ keyName: 'recordId', condition: 'eq', keyValue: recordId }],
});

const write = (
	operation: 'update' | 'upsert',
	recordId: string,
	value: Record<string, string>,
) => ({
	resource: 'row',
	operation,
	dataTableId: byName(INBOX),
	matchType: 'allConditions',
	filters: isRecord(recordId),
	columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
	options: {},
});

export const createInbox = (node: TableNode): TemplateNode => ({
	...createTable(node, INBOX, [
		{ name: 'recordId', type: 'string' },
		{ name: 'record', type: 'string' },
		{ name: 'taskUrl', type: 'string' },
	]),
	executeOnce: true,
});

/** Keeps the newest state of a record; both are expressions in braces. */
export const keepRecord = (
	node: TableNode,
	{ recordId, record }: { recordId: string; record: string },
): TemplateNode => table(node, write('upsert', recordId, { recordId, record }));

/** The records whose task is not known yet. */
export const openRecords = (node: TableNode): TemplateNode =>
	table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: byName(INBOX),
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: 'taskUrl', condition: 'isEmpty' }] },
		returnAll: true,
	});

export const keepTaskUrl = (
	node: TableNode,
	{ recordId, taskUrl }: { recordId: string; taskUrl: string },
): TemplateNode => table(node, write('update', recordId, { taskUrl }));
