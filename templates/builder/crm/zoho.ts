import { placeholder, type CrmAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall, jsonItem, splitOut, withoutPlace } from '../nodes/coreNodes';
import { zoho as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';

const CREDENTIAL = 'zohoOAuth2Api';
const API = 'https://www.zohoapis.com';
const DEAL = firstOf(NAMES.arrives);
const SETTINGS = firstOf(NAMES.settings);
const LONGEST_TITLE = 120;

/**
 * n8n's Zoho node can only list all deals of an account, so a view of Zoho says which of them count;
 * the scopes that n8n asks for allow views, but neither search nor queries.
 */
export const zoho: CrmAdapter = {
	label: 'Zoho CRM',
	system: 'zoho',
	recordName: 'deal',
	policy: salesToDelivery(fields),
	settings: {
		zohoCrmUrl: placeholder('Zoho CRM address (https://crm.zoho.com/crm/org12345)'),
		zohoApi: API,
	},
	find: () => [listView(), splitOut('Each deal in it', 'data')],
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${DEAL}, url: ${SETTINGS}.zohoCrmUrl + '/tab/Potentials/' + ${DEAL}.id } }}`,
		),
	note: (node, handoff) => ({
		...httpCall({
			...node,
			method: 'POST',
			url: `={{ ${SETTINGS}.zohoApi }}/crm/v2/Deals/{{ ${DEAL}.id }}/Notes`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ data: [{ Note_Title: ${handoff}.message.subject.slice(0, ${LONGEST_TITLE}), Note_Content: ${handoff}.message.text }] }) }}`,
		}),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) => ({
		...node,
		type: 'n8n-nodes-base.zohoCrm',
		typeVersion: 1,
		retry: true,
		parameters: {
			resource: 'deal',
			operation: 'update',
			dealId: `={{ ${DEAL}.id }}`,
			updateFields: {
				customFields: {
					customFields: [{ fieldId: 'Handoff_Task_Url', value: `={{ ${url} }}` }],
				},
			},
		},
	}),
	expressions: {
		id: `${DEAL}.id`,
		version: `${DEAL}.Modified_Time`,
		title: `${DEAL}.Deal_Name`,
		ownerEmail: `${firstOf(NAMES.record)}.Owner?.email`,
	},
	setUp: [
		'**Zoho CRM**: OAuth. Create these deal fields: `Handoff Goals`, `Handoff Scope`, `Handoff Service`, `Handoff Billing Day`, `Handoff Kickoff Date`, `Handoff Client Email`, and `Handoff Task Url`, into which the flow writes; and a view of won deals in which that one is empty.',
		'Your account is not at zoho.com? Change the host in **Read the view** and **Handoff settings**.',
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
