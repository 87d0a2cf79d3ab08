import { placeholder } from '../combinations/adapters';
import { supportToEngineeringAt } from '../policies/supportToEngineering';
import { hubspotObject } from './hubspotObject';

const OWN = [
	'severity',
	'steps_to_reproduce',
	'expected_behaviour',
	'product_version',
	'account_id',
	'affected_users',
	'next_reply_at',
];

/** Support to engineering: tickets that support moves to the stage for it. */
export const hubspotTickets = hubspotObject({
	system: 'hubspot-tickets',
	type: 'tickets',
	typeId: '0-5',
	noteAssociation: 228,
	recordName: 'ticket',
	policy: supportToEngineeringAt((field) => `properties.${field}`),
	seam: {
		records: 'HubSpot tickets',
		one: 'A ticket that support moves to the stage for engineering in HubSpot',
		receiver: 'engineering',
	},
	due: {
		propertyName: 'hs_pipeline_stage',
		value: placeholder('HubSpot ticket stage for engineering'),
	},
	properties: ['subject', 'content', 'hs_file_upload', ...OWN],
	lastModified: 'hs_lastmodifieddate',
	more: {
		attachments:
			"($('Each of them').item.json.properties.hs_file_upload ?? '').split(';').filter(Boolean)",
	},
	setUp: [
		`**HubSpot**: a private app token with the scopes for tickets, notes and owners. Create these ticket properties: ${OWN.map((name) => `\`${name}\``).join(', ')}, and \`handoff_task_url\`, into which the flow writes.`,
	],
});
