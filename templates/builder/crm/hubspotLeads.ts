import { hubspot as fields } from '../policies/crms';
import { marketingToSales } from '../policies/marketingToSales';
import { hubspotObject } from './hubspotObject';

/** Marketing to sales: contacts that marketing calls qualified. */
export const hubspotLeads = hubspotObject({
	system: 'hubspot-leads',
	type: 'contacts',
	typeId: '0-1',
	noteAssociation: 202,
	recordName: 'lead',
	policy: marketingToSales(fields),
	seam: {
		records: 'qualified HubSpot leads',
		one: 'A contact that marketing calls qualified in HubSpot',
		receiver: 'sales',
	},
	due: { propertyName: 'lifecyclestage', value: 'marketingqualifiedlead' },
	properties: [
		'company',
		'firstname',
		'lastname',
		'email',
		'phone',
		'hs_analytics_source',
		'hubspotscore',
		'hs_analytics_last_timestamp',
		'handoff_pain',
		'handoff_consent',
	],
	lastModified: 'lastmodifieddate',
	setUp: [
		'**HubSpot**: a private app token with the scopes for contacts, deals, notes and owners. Create these contact properties: `handoff_pain`, `handoff_consent`, and `handoff_task_url`, into which the flow writes the address of the new deal.',
	],
});
