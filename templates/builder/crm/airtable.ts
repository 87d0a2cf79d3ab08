import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { jsonItem, withoutPlace } from '../nodes/coreNodes';
import { ARRIVED, NAMES, RECORD, setting } from '../nodes/names';
import { onlyFilledIn } from '../nodes/onlyFilledIn';
import { recordNow } from '../nodes/readAgain';
import { airtable as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const ANYWHERE = { column: 0, row: 0 };
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

const search = (name: string, filterByFormula: string): Omit<TemplateNode, 'at'> => ({
	...airtableNode({ operation: 'search', filterByFormula, returnAll: true, options: {} }),
	name,
});

const write = (id: string, field: string, value: string) =>
	airtableNode({
		operation: 'update',
		columns: {
			mappingMode: 'defineBelow',
			value: { id: `={{ ${id} }}`, [field]: `={{ ${value} }}` },
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
	find: () => [search('Find won deals', "AND({Stage} = 'Won', {Handoff task} = '')")],
	record: [
		withoutPlace(
			jsonItem(
				{ name: NAMES.record, at: ANYWHERE },
				`={{ { ...$json, url: ${setting('airtableUrl')} + '/' + $json.id } }}`,
			),
		),
	],
	readAgain: {
		read: (at) => ({
			...search(NAMES.readAgain, `=AND({Stage} = 'Won', RECORD_ID() = '{{ ${RECORD}.id }}')`),
			at,
		}),
		record: recordNow({ keep: ['url'] }),
	},
	note: (node) => ({
		...node,
		...write('$json.id', 'Handoff note', '$json.handoff.message.text'),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) => ({ ...node, ...write(`${ARRIVED}.record.id`, 'Handoff task', url) }),
	writeBack: {
		itemsAre: 'record',
		before: onlyFilledIn('id'),
		write: (node) => ({
			...node,
			...airtableNode({
				operation: 'update',
				columns: {
					mappingMode: 'autoMapInputData',
					value: null,
					matchingColumns: ['id'],
					schema: [],
				},
				options: {},
			}),
		}),
	},
	setUp: [
		'**Airtable**: a personal access token for records of this base. The table has the fields `Deal`, `Stage` (`Won` counts), `Owner` (user), `Amount`, `Goals`, `Scope`, `Service`, `Billing day`, `Kick-off date`, `Client e-mail`, `Background`; into `Handoff note` and `Handoff task` the flow writes.',
	],
};
