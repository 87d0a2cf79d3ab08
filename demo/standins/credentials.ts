/** Made-up keys, accepted by the stand-ins only. */
export const KEYS = {
	hubspot: 'pat-eu1-stand-in',
	clickup: 'pk_stand_in',
	slack: 'xoxb-stand-in',
	pipedrive: 'pipedrive-stand-in',
	salesforce: 'salesforce-stand-in',
	zoho: 'zoho-stand-in',
	airtable: 'airtable-stand-in',
	google: 'google-stand-in',
	incoming: 'incoming-stand-in',
};

/** What n8n keeps of an account that was connected by OAuth, so that no browser is needed. */
const connected = (access_token: string, more: Record<string, string> = {}) => ({
	clientId: 'stand-in',
	clientSecret: 'stand-in',
	oauthTokenData: { access_token, refresh_token: 'stand-in', token_type: 'Bearer', ...more },
});

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
	pipedriveApi: { type: 'pipedriveApi', name: 'Pipedrive', data: { apiToken: KEYS.pipedrive } },
	salesforceOAuth2Api: {
		type: 'salesforceOAuth2Api',
		name: 'Salesforce',
		data: connected(KEYS.salesforce, { instance_url: 'https://studio.my.salesforce.com' }),
	},
	zohoOAuth2Api: {
		type: 'zohoOAuth2Api',
		name: 'Zoho CRM',
		data: connected(KEYS.zoho, { api_domain: 'https://www.zohoapis.com' }),
	},
	airtableTokenApi: {
		type: 'airtableTokenApi',
		name: 'Airtable',
		data: { accessToken: KEYS.airtable },
	},
	googleSheetsOAuth2Api: {
		type: 'googleSheetsOAuth2Api',
		name: 'Google Sheets',
		data: connected(KEYS.google),
	},
	httpHeaderAuth: {
		type: 'httpHeaderAuth',
		name: 'Key of other systems',
		data: { name: 'X-Handoff-Key', value: KEYS.incoming },
	},
};
