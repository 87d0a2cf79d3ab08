import { placeholder, type CrmAdapter, type Placed } from '../combinations/adapters';
import { httpCall, jsonItem, splitOut, withoutPlace } from '../nodes/coreNodes';
import { ARRIVED, NAMES, RECORD, setting } from '../nodes/names';
import { recordNow } from '../nodes/readAgain';
import { zoho as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import type { TemplateNode } from '../nodes/workflow';

const CREDENTIAL = 'zohoOAuth2Api';
const API = 'https://www.zohoapis.com';
const NODE = { type: 'n8n-nodes-base.zohoCrm', typeVersion: 1, retry: true };
const LONGEST_TITLE = 120;

/** The node takes the fields that Zoho has by itself among the custom ones as well. */
const update = (node: Placed, field: { fieldId: string; value: string }): TemplateNode => ({
	...NODE,
	...node,
	parameters: {
		resource: 'deal',
		operation: 'update',
		dealId: `={{ ${ARRIVED}.record.id }}`,
		updateFields: { customFields: { customFields: [field] } },
	},
});

/**
 * n8n's Zoho node can only list all deals of an account, so a view of Zoho says which of them count;
 * the scopes that n8n asks for allow views, but neither search nor queries.
 */
export const zoho: CrmAdapter = {
	label: 'Zoho CRM',
	system: 'zoho',
	recordName: 'deal',
	policy: {
		...salesToDelivery(fields),
		handOver: { when: { field: 'Stage', equals: 'Closed Won' } },
	},
	settings: {
		zohoCrmUrl: placeholder('Zoho CRM address (https://crm.zoho.com/crm/org12345)'),
		zohoApi: API,
	},
	find: () => [listView(), splitOut('Each deal in it', 'data')],
	record: [
		withoutPlace(
			jsonItem(
				{ name: NAMES.record, at: { column: 0, row: 0 } },
				`={{ { ...$json, url: ${setting('zohoCrmUrl')} + '/tab/Potentials/' + $json.id } }}`,
			),
		),
	],
	readAgain: {
		read: (at) => ({
			...NODE,
			name: NAMES.readAgain,
			at,
			parameters: { resource: 'deal', operation: 'get', dealId: `={{ ${RECORD}.id }}` },
		}),
		record: recordNow({ keep: ['url'] }),
	},
	note: (node) => ({
		...httpCall({
			...node,
			method: 'POST',
			url: `={{ ${setting('zohoApi')} }}/crm/v2/Deals/{{ $json.id }}/Notes`,
			credential: CREDENTIAL,
			members: {
				data: `[{ Note_Title: $json.handoff.message.subject.slice(0, ${LONGEST_TITLE}), Note_Content: $json.handoff.message.text }]`,
			},
		}),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) => update(node, { fieldId: 'Handoff_Task_Url', value: `={{ ${url} }}` }),
	writeBack: {
		write: (node) =>
			update(node, { fieldId: '={{ $json.write.name }}', value: '={{ $json.write.value }}' }),
	},
	setUp: [
		'**Zoho CRM**: OAuth. Create the deal fields `Handoff Goals`, `Handoff Scope`, `Handoff Service`, `Handoff Billing Day`, `Handoff Kickoff Date`, `Handoff Client Email`, `Handoff Task Url` (the flow writes it), and a view of won deals where that one is empty.',
		'Not at zoho.com? Change the host in **Read the view** and **Handoff settings**. Another stage than `Closed Won`? Change `handOver` in **Readiness Gate**.',
	],
};

function listView() {
	const call = httpCall({
		name: 'Read the view',
		at: { column: 0, row: 0 },
		url: `${API}/crm/v2/Deals`,
		credential: CREDENTIAL,
		query: {
			cvid: placeholder('Zoho CRM view of won deals without a task'),
			sort_by: 'Modified_Time',
			sort_order: 'asc',
			per_page: '200',
		},
	});
	const pagination = {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: {
			parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
		},
		paginationCompleteWhen: 'other',
		completeExpression: '={{ $response.body?.info?.more_records !== true }}',
	};
	const paged = { ...call.parameters, options: { pagination: { pagination } } };
	return withoutPlace({ ...call, parameters: paged });
}
