import { ledgerTables } from '../../nodes/shared/ledger/tables';

/** Data Table nodes over the ledger, for tests that lay rows in it or look at it past our nodes. */

const { ledger } = ledgerTables({ name: '', test: false });

const tableNode = (name: string, parameters: Record<string, unknown>) => ({
	name,
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters,
});

const inLedger = (operation: string, more: Record<string, unknown>) => ({
	resource: 'row',
	operation,
	dataTableId: { __rl: true, mode: 'name', value: ledger.name },
	...more,
});

const ofEvent = (eventId: string) => ({
	conditions: [{ keyName: 'eventId', condition: 'eq', keyValue: eventId }],
});

/** Makes the ledger as our nodes make it. */
export const makeLedger = (name: string) =>
	tableNode(name, {
		resource: 'table',
		operation: 'create',
		tableName: ledger.name,
		columns: { column: ledger.columns },
		options: { createIfNotExists: true },
	});

/** Stores each item as the row of its event. */
export const storeRows = (name: string) =>
	tableNode(
		name,
		inLedger('upsert', {
			matchType: 'allConditions',
			filters: ofEvent('={{ $json.eventId }}'),
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
			options: {},
		}),
	);

/** All rows, once, in the order of writing. */
export const readRows = (name: string) => ({
	...tableNode(name, inLedger('get', { filters: { conditions: [] }, returnAll: true })),
	executeOnce: true,
});

/** Writes one value over in the row of an event. */
export const writeOver = (name: string, eventId: string, value: Record<string, string>) =>
	tableNode(
		name,
		inLedger('update', {
			matchType: 'allConditions',
			filters: ofEvent(eventId),
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
			options: {},
		}),
	);
