import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { RUN_FIELD } from '../ledger/identity';
import { firstOf, NAMES } from '../nodes/names';
import { jsonItem } from '../nodes/coreNodes';
import { googleSheets as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const ROW = firstOf(NAMES.arrives);
const chosen = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });

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

const write = (column: string, value: string) =>
	sheetNode({
		operation: 'update',
		columns: {
			mappingMode: 'defineBelow',
			value: { ID: `={{ ${ROW}.ID }}`, [column]: value },
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
	find: () => [
		{
			...sheetNode({
				operation: 'read',
				filtersUI: {
					values: [
						{ lookupColumn: 'Stage', lookupValue: 'Won' },
						{ lookupColumn: 'Handoff task', lookupValue: '' },
					],
				},
				combineFilters: 'AND',
				options: {},
			}),
			name: 'Find won deals',
		},
	],
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${ROW}, ID: String(${ROW}.ID), url: ${firstOf(NAMES.settings)}.googleSheetUrl } }}`,
		),
	note: (node, handoff) => ({
		...node,
		...write('Handoff note', `={{ ${handoff}.message.text }}`),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) => ({ ...node, ...write('Handoff task', `={{ ${url} }}`) }),
	expressions: {
		id: `String(${ROW}.ID)`,
		version: `JSON.stringify({ ...${ROW}, ${RUN_FIELD}: undefined }).hash('sha256')`,
		title: `${ROW}.Deal`,
		ownerEmail: `${firstOf(NAMES.record)}['Owner e-mail']`,
	},
	setUp: [
		'**Google Sheets**: OAuth. The first row of the sheet holds the columns `ID` (unique), `Deal`, `Stage` (`Won` counts), `Owner`, `Owner e-mail`, `Amount`, `Goals`, `Scope`, `Service`, `Billing day`, `Kick-off date` (as 2026-03-09), `Client e-mail`, `Background`; into `Handoff note` and `Handoff task` the flow writes.',
	],
};
