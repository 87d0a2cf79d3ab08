import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall, jsonItem } from '../nodes/coreNodes';
import { htmlOf } from './htmlNote';
import { hubspot as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';

const API = 'https://api.hubapi.com';
const CREDENTIAL = 'hubspotAppToken';
/** HubSpot's number for “note to deal”. */
const NOTE_TO_DEAL = 214;

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

const DEAL = firstOf(NAMES.arrives);

export const hubspot: CrmAdapter = {
	label: 'HubSpot',
	system: 'hubspot',
	recordName: 'deal',
	policy: salesToDelivery(fields),
	settings: { hubspotAccountId: placeholder('HubSpot account number') },
	find: () => [
		{
			name: 'Find won deals',
			type: 'n8n-nodes-base.hubspot',
			typeVersion: 2.2,
			retry: true,
			notes: 'Won, and no task yet',
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
									{
										propertyName: 'dealstage|enumeration',
										operator: 'EQ',
										value: 'closedwon',
									},
									{ propertyName: 'handoff_task_url|string', operator: 'NOT_HAS_PROPERTY' },
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
		},
	],
	owner: (at) => ({
		...httpCall({
			name: NAMES.owner,
			at,
			url: `=${API}/crm/v3/owners/{{ ${DEAL}.properties.hubspot_owner_id }}`,
			credential: CREDENTIAL,
		}),
		// A deal without an owner is a finding of the gate, not an error of the flow.
		onError: 'continueRegularOutput',
		executeOnce: true,
	}),
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${DEAL}, url: 'https://app.hubspot.com/contacts/' + ${firstOf(NAMES.settings)}.hubspotAccountId + '/record/0-3/' + ${DEAL}.id, owner: { name: [$json.firstName, $json.lastName].filter(Boolean).join(' '), email: $json.email ?? '' } } }}`,
		),
	note: (node, handoff) => ({
		...httpCall({
			...node,
			method: 'POST',
			url: `${API}/crm/v3/objects/notes`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ properties: { hs_timestamp: $now.toMillis(), hs_note_body: ${htmlOf(`${handoff}.message`)} }, associations: [{ to: { id: ${DEAL}.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ${NOTE_TO_DEAL} }] }] }) }}`,
		}),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) =>
		httpCall({
			...node,
			method: 'PATCH',
			url: `=${API}/crm/v3/objects/deals/{{ ${DEAL}.id }}`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ properties: { handoff_task_url: ${url} } }) }}`,
		}),
	expressions: {
		id: `${DEAL}.id`,
		version: `${DEAL}.properties.hs_lastmodifieddate`,
		title: `${DEAL}.properties.dealname`,
		ownerEmail: `${firstOf(NAMES.record)}.owner.email`,
	},
	setUp: [
		'**HubSpot**: a private app token with the scopes for deals, notes and owners. Create these deal properties: `handoff_goals`, `handoff_scope`, `handoff_service`, `handoff_billing_day`, `handoff_kickoff_date`, `handoff_client_email`, and `handoff_task_url`, into which the flow writes.',
		'Your stage for won deals is not `closedwon`? Change it in **Find won deals**.',
	],
};
