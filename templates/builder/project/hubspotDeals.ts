import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';

const API = 'https://api.hubapi.com/crm/v3/objects/deals';
const CREDENTIAL = 'hubspotAppToken';

/** A lead that sales accepts, or a client that an account manager accepts, becomes a deal. */
export const hubspotDeals: ProjectAdapter = {
	label: 'HubSpot',
	system: 'hubspot-deals',
	settings: { hubspotAccountId: placeholder('HubSpot account number') },
	findTask: (node, { since }) => ({
		...httpCall({
			...node,
			method: 'POST',
			url: `${API}/search`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ filterGroups: [{ filters: [{ propertyName: 'createdate', operator: 'GTE', value: ${since} }, { propertyName: 'handoff_mark', operator: 'HAS_PROPERTY' }] }], sorts: [{ propertyName: 'createdate', direction: 'DESCENDING' }], limit: 100, properties: ['dealname', 'createdate'] }) }}`,
		}),
	}),
	createTask: (node, { title, text }) => ({
		...httpCall({
			...node,
			method: 'POST',
			url: API,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ properties: { dealname: ${title}, description: ${text}, dealstage: '${placeholder('HubSpot stage for new deals')}', handoff_mark: 'yes' } }) }}`,
		}),
		retry: false,
		onError: 'continueErrorOutput',
	}),
	task: {
		listed: (answer) => `(${answer}.results ?? [])`,
		id: (task) => `${task}.id`,
		title: (task) => `${task}.properties.dealname`,
		url: (task) =>
			`('https://app.hubspot.com/contacts/' + ${firstOf(NAMES.settings)}.hubspotAccountId + '/record/0-3/' + ${task}.id)`,
	},
	setUp: [
		'**HubSpot deals**: create the deal property `handoff_mark`, by which the flow finds its own deals again.',
	],
};
