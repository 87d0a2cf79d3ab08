import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall, jsonItem } from '../nodes/coreNodes';
import { pipedrive as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import { htmlOf } from './htmlNote';

const TYPE = { type: 'n8n-nodes-base.pipedrive', typeVersion: 2 };
const DEAL = firstOf(NAMES.arrives);

/** The node gives and takes own fields by their names; Pipedrive itself knows them by hashes. */
export const pipedrive: CrmAdapter = {
	label: 'Pipedrive',
	system: 'pipedrive',
	recordName: 'deal',
	policy: salesToDelivery(fields),
	settings: { pipedriveCompany: placeholder('Pipedrive company domain') },
	find: () => [
		{
			...TYPE,
			name: 'Find won deals',
			retry: true,
			notes: 'Choose your filter',
			parameters: {
				authentication: 'apiToken',
				resource: 'deal',
				operation: 'getAll',
				returnAll: true,
				filters: { filter_id: placeholder('Pipedrive filter: won and no handoff_task') },
			},
		},
	],
	owner: (at) => ({
		...httpCall({
			name: NAMES.owner,
			at,
			url: `=https://api.pipedrive.com/v1/users/{{ ${DEAL}.owner_id }}`,
			credential: 'pipedriveApi',
		}),
		// A deal without an owner is a finding of the gate, not an error of the flow.
		onError: 'continueRegularOutput',
		executeOnce: true,
	}),
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${DEAL}, ...${DEAL}.custom_fields, url: 'https://' + ${firstOf(NAMES.settings)}.pipedriveCompany + '.pipedrive.com/deal/' + ${DEAL}.id, owner_id: { id: ${DEAL}.owner_id, name: $json.data?.name ?? '', email: $json.data?.email ?? '' } } }}`,
		),
	note: (node, handoff) => ({
		...node,
		...TYPE,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'apiToken',
			resource: 'note',
			operation: 'create',
			content: `={{ ${htmlOf(`${handoff}.message`)} }}`,
			additionalFields: { deal_id: `={{ ${DEAL}.id }}` },
		},
	}),
	writeLink: (node, url) => ({
		...node,
		...TYPE,
		retry: true,
		parameters: {
			authentication: 'apiToken',
			resource: 'deal',
			operation: 'update',
			dealId: `={{ ${DEAL}.id }}`,
			updateFields: {
				customFields: { property: [{ name: 'handoff_task', value: `={{ ${url} }}` }] },
			},
		},
	}),
	expressions: {
		id: `String(${DEAL}.id)`,
		version: `${DEAL}.update_time`,
		title: `${DEAL}.title`,
		ownerEmail: `${firstOf(NAMES.record)}.owner_id.email`,
	},
	setUp: [
		'**Pipedrive**: an API token. Create these deal fields: `handoff_goals`, `handoff_scope`, `handoff_service`, `handoff_billing_day`, `handoff_kickoff_date`, `handoff_client_email`, `handoff_background`, and `handoff_task`, into which the flow writes; and a filter for won deals in which `handoff_task` is empty.',
	],
};
