import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { jsonItem } from '../nodes/coreNodes';
import { pathIn, salesforce as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';

const TYPE = { type: 'n8n-nodes-base.salesforce', typeVersion: 1 };
const OPPORTUNITY = firstOf(NAMES.arrives);
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
	'Owner.Name',
	'Owner.Email',
	...OWN_FIELDS,
];

/** One query finds the won opportunities with their owners. */
export const salesforce: CrmAdapter = {
	label: 'Salesforce',
	system: 'salesforce',
	recordName: 'opportunity',
	policy: salesToDelivery(fields),
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
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${OPPORTUNITY}, url: ${firstOf(NAMES.settings)}.salesforceUrl + '/' + ${OPPORTUNITY}.Id } }}`,
		),
	note: (node, handoff) => ({
		...node,
		...TYPE,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'oAuth2',
			resource: 'opportunity',
			operation: 'addNote',
			opportunityId: `={{ ${OPPORTUNITY}.Id }}`,
			title: `={{ ${handoff}.message.subject.slice(0, ${LONGEST_TITLE}) }}`,
			options: { body: `={{ ${handoff}.message.text }}` },
		},
	}),
	writeLink: (node, url) => ({
		...node,
		...TYPE,
		retry: true,
		parameters: {
			authentication: 'oAuth2',
			resource: 'opportunity',
			operation: 'update',
			opportunityId: `={{ ${OPPORTUNITY}.Id }}`,
			updateFields: {
				customFieldsUi: { customFieldsValues: [{ fieldId: TASK_FIELD, value: `={{ ${url} }}` }] },
			},
		},
	}),
	expressions: {
		id: `${OPPORTUNITY}.Id`,
		version: `${OPPORTUNITY}.LastModifiedDate`,
		title: `${OPPORTUNITY}.Name`,
		ownerEmail: `${firstOf(NAMES.record)}.Owner?.Email`,
	},
	setUp: [
		`**Salesforce**: OAuth of a user who may read and edit opportunities. Create these opportunity fields: ${OWN_FIELDS.map((name) => `\`${name}\``).join(', ')}, and \`${TASK_FIELD}\` (URL), into which the flow writes.`,
	],
};
