import { placeholder, type CrmAdapter, type Placed } from '../combinations/adapters';
import { httpCall, withoutPlace } from '../nodes/coreNodes';
import { fieldsItem } from '../nodes/fields';
import { ARRIVED, itemOf, NAMES, RECORD, setting } from '../nodes/names';
import { recordNow } from '../nodes/readAgain';
import { pipedrive as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const TYPE = { type: 'n8n-nodes-base.pipedrive', typeVersion: 2 };
const FIND = 'Find won deals';
const DEAL = itemOf(FIND);
const ANYWHERE = { column: 0, row: 0 };

/** The one field of the policy that Pipedrive has by itself; what is undefined is not sent. */
const IS_VALUE = "$json.write.field === 'value'";
const own = (name: string, value: string) => ({ property: [{ name, value }] });

const update = (node: Placed, updateFields: Record<string, unknown>): TemplateNode => ({
	...node,
	...TYPE,
	retry: true,
	parameters: {
		authentication: 'apiToken',
		resource: 'deal',
		operation: 'update',
		dealId: `={{ ${ARRIVED}.record.id }}`,
		updateFields,
	},
});

/** The node gives and takes own fields by their names; Pipedrive itself knows them by hashes. */
export const pipedrive: CrmAdapter = {
	label: 'Pipedrive',
	system: 'pipedrive',
	recordName: 'deal',
	policy: {
		...salesToDelivery(fields),
		handOver: { when: { field: 'status', equals: 'won' } },
	},
	settings: { pipedriveCompany: placeholder('Pipedrive company domain') },
	find: () => [
		{
			...TYPE,
			name: FIND,
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
	owner: [
		{
			...withoutPlace(
				httpCall({
					name: NAMES.owner,
					at: ANYWHERE,
					url: '=https://api.pipedrive.com/v1/users/{{ $json.owner_id }}',
					credential: 'pipedriveApi',
				}),
			),
			// A deal without an owner is a finding of the gate, not an error of the flow.
			onError: 'continueRegularOutput',
		},
	],
	record: [
		withoutPlace(
			fieldsItem(
				{ name: NAMES.record, at: ANYWHERE },
				{
					id: `${DEAL}.id`,
					title: `${DEAL}.title`,
					url: `https://{{ ${setting('pipedriveCompany')} }}.pipedrive.com/deal/{{ ${DEAL}.id }}`,
					status: `${DEAL}.status`,
					value: `${DEAL}.value`,
					won_time: `${DEAL}.won_time ?? ''`,
					'owner.name': "$json.data?.name ?? ''",
					'owner.email': "$json.data?.email ?? ''",
					custom_fields: `${DEAL}.custom_fields`,
				},
				{ kinds: { value: 'number', custom_fields: 'object' } },
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
				authentication: 'apiToken',
				resource: 'deal',
				operation: 'get',
				dealId: `={{ ${RECORD}.id }}`,
			},
		}),
		record: recordNow({ keep: ['url', 'owner'], more: 'id: String($json.id)' }),
	},
	note: (node) => ({
		...node,
		...TYPE,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'apiToken',
			resource: 'note',
			operation: 'create',
			content: '={{ $json.handoff.message.html }}',
			additionalFields: { deal_id: '={{ Number($json.id) }}' },
		},
	}),
	writeLink: (node, url) => update(node, { customFields: own('handoff_task', `={{ ${url} }}`) }),
	writeBack: {
		write: (node) =>
			update(node, {
				value: `={{ ${IS_VALUE} ? $json.write.value : undefined }}`,
				customFields: own(
					'={{ $json.write.name }}',
					`={{ ${IS_VALUE} ? undefined : $json.write.value }}`,
				),
			}),
	},
	setUp: [
		'**Pipedrive**: an API token. Create these deal fields: `handoff_goals`, `handoff_scope`, `handoff_service`, `handoff_billing_day`, `handoff_kickoff_date`, `handoff_client_email`, `handoff_background`, and `handoff_task`, into which the flow writes; and a filter for won deals in which `handoff_task` is empty.',
	],
};
