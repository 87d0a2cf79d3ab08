import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { jsonItem } from '../nodes/coreNodes';
import { airtable as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const ROW = firstOf(NAMES.arrives);
const chosen = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });

const TABLE = {
	authentication: 'airtableTokenApi',
	resource: 'record',
	base: chosen('Airtable base'),
	table: chosen('Airtable table of deals'),
};

const airtableNode = (parameters: Record<string, unknown>): Omit<TemplateNode, 'name' | 'at'> => ({
	type: 'n8n-nodes-base.airtable',
	typeVersion: 2.2,
	retry: true,
	notes: 'Choose base and table',
	parameters: { ...TABLE, ...parameters },
});

const write = (field: string, value: string) =>
	airtableNode({
		operation: 'update',
		columns: {
			mappingMode: 'defineBelow',
			value: { id: `={{ ${ROW}.id }}`, [field]: value },
			matchingColumns: ['id'],
			schema: [],
		},
		options: {},
	});

/** A base has no notes: what people must know stands in a field of the row. */
export const airtable: CrmAdapter = {
	label: 'Airtable',
	system: 'airtable',
	recordName: 'deal',
	policy: salesToDelivery(fields),
	settings: {
		airtableUrl: placeholder('Airtable address of the table (https://airtable.com/…/…)'),
	},
	find: () => [
		{
			...airtableNode({
				operation: 'search',
				filterByFormula: "AND({Stage} = 'Won', {Handoff task} = '')",
				returnAll: true,
				options: {},
			}),
			name: 'Find won deals',
		},
	],
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${ROW}, url: ${firstOf(NAMES.settings)}.airtableUrl + '/' + ${ROW}.id } }}`,
		),
	note: (node, handoff) => ({
		...node,
		...write('Handoff note', `={{ ${handoff}.message.text }}`),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) => ({ ...node, ...write('Handoff task', `={{ ${url} }}`) }),
	expressions: {
		id: `${ROW}.id`,
		version: `JSON.stringify(${ROW}.fields).hash('sha256')`,
		title: `${ROW}.fields.Deal`,
		ownerEmail: `${firstOf(NAMES.record)}.fields.Owner?.email`,
	},
	setUp: [
		'**Airtable**: a personal access token for records of this base. The table has the fields `Deal`, `Stage` (`Won` counts), `Owner` (user), `Amount`, `Goals`, `Scope`, `Service`, `Billing day`, `Kick-off date`, `Client e-mail`, `Background`; into `Handoff note` and `Handoff task` the flow writes.',
	],
};
