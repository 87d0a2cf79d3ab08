import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { httpCall } from '../nodes/coreNodes';
import { ARRIVED, setting } from '../nodes/names';

const MARK = 'handoff_mark';
/** A search answers with a list in the only item, the creation in HubSpot's older form. */
const FOUND = '$json.results?.[0]';

/** A lead that sales accepts, or a client that an account manager accepts, becomes a deal. */
export const hubspotDeals: ProjectAdapter = {
	label: 'HubSpot',
	system: 'hubspot-deals',
	settings: { hubspotAccountId: placeholder('HubSpot account number') },
	findTask: (node) =>
		httpCall({
			...node,
			method: 'POST',
			url: 'https://api.hubapi.com/crm/v3/objects/deals/search',
			credential: 'hubspotAppToken',
			members: {
				filterGroups: `[{ filters: [{ propertyName: '${MARK}', operator: 'EQ', value: ${ARRIVED}.id }] }]`,
				properties: "['dealname']",
			},
		}),
	createTask: (node, { title, message }) => ({
		...node,
		type: 'n8n-nodes-base.hubspot',
		typeVersion: 2.2,
		onError: 'continueErrorOutput',
		notes: 'Choose the stage',
		parameters: {
			authentication: 'appToken',
			resource: 'deal',
			operation: 'create',
			stage: placeholder('HubSpot stage for new deals'),
			additionalFields: {
				dealName: `=${title}`,
				description: `={{ ${message}.text }}`,
				customPropertiesUi: {
					customPropertiesValues: [{ property: MARK, value: `={{ ${ARRIVED}.id }}` }],
				},
			},
		},
	}),
	task: {
		id: `${FOUND}?.id`,
		title: `${FOUND}?.properties.dealname`,
		url: `'https://app.hubspot.com/contacts/' + ${setting('hubspotAccountId')} + '/record/0-3/' + (${FOUND}?.id ?? $json.dealId)`,
	},
	setUp: [
		'**HubSpot deals**: create the deal property `handoff_mark`, by which the flow finds its own deals again.',
	],
};
