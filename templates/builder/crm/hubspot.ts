import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { NAMES, RECORD } from '../nodes/names';
import { recordNow } from '../nodes/readAgain';
import { hubspot as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';
import { hubspotParts } from './hubspotParts';

const PROPERTIES = [
	'dealname',
	'amount',
	'deal_currency_code',
	'dealstage',
	'closedate',
	'description',
	'hubspot_owner_id',
	'hs_lastmodifieddate',
	'handoff_goals',
	'handoff_scope',
	'handoff_service',
	'handoff_billing_day',
	'handoff_kickoff_date',
	'handoff_client_email',
	'handoff_task_url',
];

const FIND = 'Find won deals';
const parts = hubspotParts({
	type: 'deals',
	typeId: '0-3',
	/** HubSpot's number for “note to deal”. */
	noteAssociation: 214,
	link: 'handoff_task_url',
	found: FIND,
});

/** The deals that are won and fit one more condition. */
const search = (name: string, also: Record<string, string>): Omit<TemplateNode, 'at'> => ({
	name,
	type: 'n8n-nodes-base.hubspot',
	typeVersion: 2.2,
	retry: true,
	parameters: {
		authentication: 'appToken',
		resource: 'deal',
		operation: 'search',
		returnAll: true,
		filterGroupsUi: {
			filterGroupsValues: [
				{
					filtersUi: {
						filterValues: [
							{ propertyName: 'dealstage|enumeration', operator: 'EQ', value: 'closedwon' },
							also,
						],
					},
				},
			],
		},
		additionalFields: {
			sortBy: 'hs_lastmodifieddate',
			direction: 'ASCENDING',
			properties: PROPERTIES,
		},
	},
});

export const hubspot: CrmAdapter = {
	label: 'HubSpot',
	system: 'hubspot',
	recordName: 'deal',
	policy: salesToDelivery(fields),
	settings: { hubspotAccountId: placeholder('HubSpot account number') },
	find: () => [
		{
			...search(FIND, { propertyName: 'handoff_task_url|string', operator: 'NOT_HAS_PROPERTY' }),
			notes: 'Won, and no task yet',
		},
	],
	...parts,
	readAgain: {
		read: (at) => ({
			...search(NAMES.readAgain, {
				propertyName: 'hs_object_id|number',
				operator: 'EQ',
				value: `={{ ${RECORD}.id }}`,
			}),
			at,
		}),
		record: recordNow({ keep: ['url', 'owner'] }),
	},
	setUp: [
		'**HubSpot**: a private app token with the scopes for deals, notes and owners. Create these deal properties: `handoff_goals`, `handoff_scope`, `handoff_service`, `handoff_billing_day`, `handoff_kickoff_date`, `handoff_client_email`, and `handoff_task_url`, into which the flow writes.',
		'Your stage for won deals is not `closedwon`? Change it in **Find won deals** and **Read it again**.',
	],
};
