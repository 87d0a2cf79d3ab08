import { placeholder, type CrmAdapter, type Placed } from '../combinations/adapters';
import { jsonItem, withoutPlace } from '../nodes/coreNodes';
import { ARRIVED, NAMES, RECORD, setting } from '../nodes/names';
import { recordNow } from '../nodes/readAgain';
import { pathIn, salesforce as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const TYPE = { type: 'n8n-nodes-base.salesforce', typeVersion: 1 };
const TASK_FIELD = 'HandoffTaskUrl__c';
const LONGEST_TITLE = 80;

const OWN_FIELDS = [
	'handoff_goals',
	'handoff_scope',
	'handoff_service',
	'handoff_billing_day',
	'handoff_kickoff_date',
	'handoff_client_email',
].map((name) => pathIn(fields, name));

const FIELDS = [
	'Id',
	'Name',
	'StageName',
	'Amount',
	'CloseDate',
	'Description',
	'LastModifiedDate',
	'IsWon',
	'Owner.Name',
	'Owner.Email',
	...OWN_FIELDS,
];

/** Of several choices Salesforce takes one text. */
const VALUE = "Array.isArray($json.write.value) ? $json.write.value.join(';') : $json.write.value";

/** The node takes the fields that Salesforce has by itself among the custom ones as well. */
const update = (node: Placed, field: { fieldId: string; value: string }): TemplateNode => ({
	...node,
	...TYPE,
	retry: true,
	parameters: {
		authentication: 'oAuth2',
		resource: 'opportunity',
		operation: 'update',
		opportunityId: `={{ ${ARRIVED}.record.id }}`,
		updateFields: { customFieldsUi: { customFieldsValues: [field] } },
	},
});

/** One query finds the won opportunities with their owners. */
export const salesforce: CrmAdapter = {
	label: 'Salesforce',
	system: 'salesforce',
	recordName: 'opportunity',
	policy: {
		...salesToDelivery(fields),
		handOver: { when: { field: 'IsWon', equals: true } },
	},
	settings: { salesforceUrl: placeholder('Salesforce address (https://….my.salesforce.com)') },
	find: () => [
		{
			...TYPE,
			name: 'Find won opportunities',
			retry: true,
			notes: 'Won, and no task yet',
			parameters: {
				authentication: 'oAuth2',
				resource: 'search',
				operation: 'query',
				query: `SELECT ${FIELDS.join(', ')} FROM Opportunity WHERE IsWon = true AND ${TASK_FIELD} = null ORDER BY LastModifiedDate`,
			},
		},
	],
	record: [
		withoutPlace(
			jsonItem(
				{ name: NAMES.record, at: { column: 0, row: 0 } },
				`={{ { ...$json, url: ${setting('salesforceUrl')} + '/' + $json.Id } }}`,
			),
		),
	],
	readAgain: {
		read: (at) => ({
			...TYPE,
			name: NAMES.readAgain,
			at,
			retry: true,
			parameters: {
				authentication: 'oAuth2',
				resource: 'opportunity',
				operation: 'get',
				opportunityId: `={{ ${RECORD}.Id }}`,
			},
		}),
		record: recordNow({ id: '$json.Id', keep: ['url', 'Owner'] }),
	},
	note: (node) => ({
		...node,
		...TYPE,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'oAuth2',
			resource: 'opportunity',
			operation: 'addNote',
			opportunityId: '={{ $json.Id }}',
			title: `={{ $json.handoff.message.subject.slice(0, ${LONGEST_TITLE}) }}`,
			options: { body: '={{ $json.handoff.message.text }}' },
		},
	}),
	writeLink: (node, url) => update(node, { fieldId: TASK_FIELD, value: `={{ ${url} }}` }),
	writeBack: {
		write: (node) => update(node, { fieldId: '={{ $json.write.name }}', value: `={{ ${VALUE} }}` }),
	},
	setUp: [
		`**Salesforce**: OAuth of a user who may read and edit opportunities. Create these opportunity fields: ${OWN_FIELDS.map((name) => `\`${name}\``).join(', ')}, and \`${TASK_FIELD}\` (URL), into which the flow writes.`,
	],
};
