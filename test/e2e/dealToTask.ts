import type { WorkflowJson } from '../harness/workflows';
import { line, webhook } from './lineWorkflow';

/** Searches the won deals in HubSpot, makes a ClickUp task of each and tells Slack where it is. */
export function dealToTask(): WorkflowJson {
	const won = { propertyName: 'dealstage|enumeration', operator: 'EQ', value: 'closedwon' };
	return line('Deal to task', [
		webhook('deal-to-task'),
		{
			name: 'Look up',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				url: 'https://api.hubapi.com/crm/v3/owners',
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'hubspotAppToken',
				options: {},
			},
		},
		{
			name: 'Search',
			type: 'n8n-nodes-base.hubspot',
			typeVersion: 2.2,
			parameters: {
				authentication: 'appToken',
				resource: 'deal',
				operation: 'search',
				returnAll: true,
				filterGroupsUi: { filterGroupsValues: [{ filtersUi: { filterValues: [won] } }] },
				additionalFields: { properties: ['dealname'] },
			},
		},
		{
			name: 'Create',
			type: 'n8n-nodes-base.clickUp',
			typeVersion: 1,
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 100,
			parameters: {
				authentication: 'accessToken',
				resource: 'task',
				operation: 'create',
				team: '9001',
				space: '90010',
				folder: '90020',
				list: '901',
				name: '={{ $json.properties.dealname }}',
				additionalFields: {},
			},
		},
		{
			name: 'Post',
			type: 'n8n-nodes-base.slack',
			typeVersion: 2.3,
			parameters: {
				authentication: 'accessToken',
				resource: 'message',
				operation: 'post',
				select: 'channel',
				channelId: { __rl: true, mode: 'name', value: '#handoffs' },
				messageType: 'text',
				text: '={{ $json.url }}',
				otherOptions: { includeLinkToWorkflow: false },
			},
		},
	]);
}
