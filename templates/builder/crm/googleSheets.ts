import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { jsonItem, withoutPlace } from '../nodes/coreNodes';
import { ARRIVED, NAMES, RECORD, setting } from '../nodes/names';
import { onlyFilledIn } from '../nodes/onlyFilledIn';
import { recordNow } from '../nodes/readAgain';
import { googleSheets as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const ANYWHERE = { column: 0, row: 0 };
/** A document or a sheet that a person chooses from a list after the import. */
export const chosen = (what: string) => ({
	__rl: true,
	mode: 'list',
	value: placeholder(what),
});

const SHEET = {
	authentication: 'oAuth2',
	resource: 'sheet',
	documentId: chosen('Google Sheets document'),
	sheetName: chosen('Sheet of deals'),
};

const sheetNode = (parameters: Record<string, unknown>): Omit<TemplateNode, 'name' | 'at'> => ({
	type: 'n8n-nodes-base.googleSheets',
	typeVersion: 4.5,
	retry: true,
	notes: 'Choose document and sheet',
	parameters: { ...SHEET, ...parameters },
});

const find = (name: string, where: Record<string, string>): Omit<TemplateNode, 'at'> => ({
	...sheetNode({
		operation: 'read',
		filtersUI: {
			values: Object.entries(where).map(([lookupColumn, lookupValue]) => ({
				lookupColumn,
				lookupValue,
			})),
		},
		combineFilters: 'AND',
		options: {},
	}),
	name,
});

const write = (id: string, column: string, value: string) =>
	sheetNode({
		operation: 'update',
		columns: {
			mappingMode: 'defineBelow',
			value: { ID: `={{ ${id} }}`, [column]: `={{ ${value} }}` },
			matchingColumns: ['ID'],
			schema: [],
		},
		options: { cellFormat: 'RAW' },
	});

/** A sheet has no notes: what people must know stands in a column of the row. */
export const googleSheets: CrmAdapter = {
	label: 'Google Sheets',
	system: 'google-sheets',
	recordName: 'deal',
	policy: salesToDelivery(fields),
	settings: { googleSheetUrl: placeholder('Address of the Google Sheet') },
	find: () => [find('Find won deals', { Stage: 'Won', 'Handoff task': '' })],
	record: [
		withoutPlace(
			jsonItem(
				{ name: NAMES.record, at: ANYWHERE },
				`={{ { ...$json, ID: String($json.ID), url: ${setting('googleSheetUrl')} } }}`,
			),
		),
	],
	readAgain: {
		read: (at) => ({
			...find(NAMES.readAgain, { Stage: 'Won', ID: `={{ ${RECORD}.ID }}` }),
			at,
		}),
		record: recordNow({ id: '$json.ID', keep: ['url'], more: 'ID: String($json.ID)' }),
	},
	note: (node) => ({
		...node,
		...write('$json.ID', 'Handoff note', '$json.handoff.message.text'),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) => ({ ...node, ...write(`${ARRIVED}.record.id`, 'Handoff task', url) }),
	// As they are: what begins with “=” is a text in the cell, never a formula.
	writeBack: {
		itemsAre: 'record',
		before: onlyFilledIn('ID'),
		write: (node) => ({
			...node,
			...sheetNode({
				operation: 'update',
				columns: {
					mappingMode: 'autoMapInputData',
					value: null,
					matchingColumns: ['ID'],
					schema: [],
				},
				options: { cellFormat: 'RAW', handlingExtraData: 'error' },
			}),
		}),
	},
	setUp: [
		'**Google Sheets**: OAuth. The first row of the sheet holds the columns `ID` (unique), `Deal`, `Stage` (`Won` counts), `Owner`, `Owner e-mail`, `Amount`, `Goals`, `Scope`, `Service`, `Billing day`, `Kick-off date` (as 2026-03-09), `Client e-mail`, `Background`; into `Handoff note` and `Handoff task` the flow writes.',
	],
};
