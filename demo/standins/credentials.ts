/** Made-up keys, accepted by the stand-ins only. */
export const KEYS = {
	hubspot: 'pat-eu1-stand-in',
	clickup: 'pk_stand_in',
	slack: 'xoxb-stand-in',
};

/** The credentials that n8n needs to work with the stand-ins, ready for `createCredential`. */
export const STANDIN_CREDENTIALS = {
	hubspotAppToken: {
		type: 'hubspotAppToken',
		name: 'HubSpot',
		data: { appToken: KEYS.hubspot },
	},
	clickUpApi: { type: 'clickUpApi', name: 'ClickUp', data: { accessToken: KEYS.clickup } },
	slackApi: {
		type: 'slackApi',
		name: 'Slack',
		data: { accessToken: KEYS.slack, signatureSecret: 'not-used-by-the-stand-in' },
	},
};
