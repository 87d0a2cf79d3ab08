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
	quickbooks: 'quickbooks-stand-in',
	incoming: 'incoming-stand-in',
	asana: 'asana-stand-in',
	jira: 'jira-stand-in',
	monday: 'monday-stand-in',
	trelloKey: 'trello-key-stand-in',
	trelloToken: 'trello-token-stand-in',
	notion: 'ntn_stand_in',
	todoist: 'todoist-stand-in',
	linear: 'lin_stand_in',
	github: 'gh-stand-in',
	microsoft: 'microsoft-stand-in',
	discord: 'discord-stand-in',
	smtp: 'smtp-stand-in',
	openai: 'openai-stand-in',
};

/** The company of QuickBooks whose account was connected. */
export const QUICKBOOKS_COMPANY = '9130350000000001';

/** What n8n keeps of an account that was connected by OAuth, so that no browser is needed. */
const connected = (access_token: string, more: Record<string, unknown> = {}) => ({
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
	quickBooksOAuth2Api: {
		type: 'quickBooksOAuth2Api',
		name: 'QuickBooks',
		data: connected(KEYS.quickbooks, { callbackQueryString: { realmId: QUICKBOOKS_COMPANY } }),
	},
	httpHeaderAuth: {
		type: 'httpHeaderAuth',
		name: 'Key of other systems',
		data: { name: 'X-Handoff-Key', value: KEYS.incoming },
	},
	asanaApi: { type: 'asanaApi', name: 'Asana', data: { accessToken: KEYS.asana } },
	jiraSoftwareCloudApi: {
		type: 'jiraSoftwareCloudApi',
		name: 'Jira',
		data: {
			email: 'n8n@studio.example',
			apiToken: KEYS.jira,
			domain: 'https://studio.atlassian.net',
		},
	},
	mondayComApi: { type: 'mondayComApi', name: 'monday.com', data: { apiToken: KEYS.monday } },
	trelloApi: {
		type: 'trelloApi',
		name: 'Trello',
		data: { apiKey: KEYS.trelloKey, apiToken: KEYS.trelloToken },
	},
	notionApi: { type: 'notionApi', name: 'Notion', data: { apiKey: KEYS.notion } },
	todoistApi: { type: 'todoistApi', name: 'Todoist', data: { apiKey: KEYS.todoist } },
	linearApi: { type: 'linearApi', name: 'Linear', data: { apiKey: KEYS.linear } },
	githubApi: {
		type: 'githubApi',
		name: 'GitHub',
		data: { server: 'https://api.github.com', user: 'n8n', accessToken: KEYS.github },
	},
	microsoftTeamsOAuth2Api: {
		type: 'microsoftTeamsOAuth2Api',
		name: 'Microsoft Teams',
		data: { ...connected(KEYS.microsoft), graphApiBaseUrl: 'https://graph.microsoft.com' },
	},
	gmailOAuth2: { type: 'gmailOAuth2', name: 'Gmail', data: connected(KEYS.google) },
	googleChatOAuth2Api: {
		type: 'googleChatOAuth2Api',
		name: 'Google Chat',
		data: connected(KEYS.google),
	},
	discordWebhookApi: {
		type: 'discordWebhookApi',
		name: 'Discord',
		data: { webhookUri: `https://discord.com/api/webhooks/1001/${KEYS.discord}` },
	},
	smtp: {
		type: 'smtp',
		name: 'SMTP',
		data: {
			user: 'handoffs',
			password: KEYS.smtp,
			host: '192.0.2.25',
			port: 587,
			secure: false,
			disableStartTls: true,
		},
	},
	openAiApi: { type: 'openAiApi', name: 'OpenAI', data: { apiKey: KEYS.openai } },
	httpBasicAuth: {
		type: 'httpBasicAuth',
		name: 'Password of the team',
		data: { user: 'team', password: KEYS.incoming },
	},
};
