/** How systems write their names that are known by another spelling in data. */
const NAMES = new Map(
	[
		'Airtable',
		'Asana',
		'Attio',
		'ClickUp',
		'Copper',
		'Freshdesk',
		'Freshsales',
		'GitHub',
		'GitLab',
		'Google Sheets',
		'HubSpot',
		'Intercom',
		'Jira',
		'Linear',
		'Marketo',
		'monday.com',
		'Notion',
		'Odoo',
		'Pipedrive',
		'Salesforce',
		'ServiceNow',
		'Shopify',
		'Stripe',
		'Teamwork',
		'Todoist',
		'Trello',
		'Wrike',
		'Zendesk',
		'Zoho CRM',
	].map((name) => [plain(name), name]),
);

function plain(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const ALSO = new Map([
	['monday', 'monday.com'],
	['zoho', 'Zoho CRM'],
	['googlesheet', 'Google Sheets'],
]);

/**
 * A system by its proper name: the known spelling of it, or the name itself when it is written like
 * one. Undefined for what is only a key, such as `crm_eu`: then a text without it reads better.
 */
export function systemName(system: string): string | undefined {
	const key = plain(system);
	const known = NAMES.get(key) ?? ALSO.get(key);
	return known ?? (/^\p{Lu}/u.test(system.trim()) ? system.trim() : undefined);
}
