/** How a system names the fields that policies about its records need. */
export interface Crm {
	system: string;
	/** Where the record's address is found. */
	url: string;
	/** The path of a field, by the name that the policies use. */
	paths: Record<string, string>;
}

/** Fields that no CRM has by itself; the builder adds them under these names. */
const OWN_FIELDS = [
	'handoff_goals',
	'handoff_scope',
	'handoff_service',
	'handoff_billing_day',
	'handoff_kickoff_date',
	'handoff_client_email',
	'handoff_pain',
	'handoff_consent',
	'handoff_contract_url',
	'handoff_start_date',
	'handoff_admin_email',
	'handoff_plan',
];

const ownFields = (write: (name: string) => string) =>
	Object.fromEntries(OWN_FIELDS.map((name) => [name, write(name)]));

const camelCase = (name: string): string =>
	name.replace(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** HubSpot's objects carry their fields under `properties`. */
export const hubspot: Crm = {
	system: 'hubspot',
	url: 'url',
	paths: {
		id: 'id',
		dealName: 'properties.dealname',
		closeDate: 'properties.closedate',
		amount: 'properties.amount',
		description: 'properties.description',
		ownerName: 'owner.name',
		ownerEmail: 'owner.email',
		contactName: 'properties.lastname',
		contactEmail: 'properties.email',
		contactPhone: 'properties.phone',
		company: 'properties.company',
		source: 'properties.hs_analytics_source',
		score: 'properties.hubspotscore',
		// Not the date of the last note: the flow writes notes itself, and would see a change each time.
		lastActivity: 'properties.hs_analytics_last_timestamp',
		...ownFields((name) => `properties.${name}`),
	},
};

/** n8n gives Pipedrive's own fields under `custom_fields`, by the names that people gave them. */
export const pipedrive: Crm = {
	system: 'pipedrive',
	url: 'url',
	paths: {
		id: 'id',
		dealName: 'title',
		amount: 'value',
		closeDate: 'won_time',
		description: 'custom_fields.handoff_background',
		ownerName: 'owner.name',
		ownerEmail: 'owner.email',
		contactName: 'person_id.name',
		contactEmail: 'person_id.email[0].value',
		contactPhone: 'person_id.phone[0].value',
		company: 'org_id.name',
		source: 'channel',
		score: 'lead_score',
		lastActivity: 'last_activity_date',
		...ownFields((name) => `custom_fields.${name}`),
	},
};

/** Salesforce ends own fields in `__c`. */
export const salesforce: Crm = {
	system: 'salesforce',
	url: 'url',
	paths: {
		id: 'Id',
		dealName: 'Name',
		closeDate: 'CloseDate',
		amount: 'Amount',
		description: 'Description',
		ownerName: 'Owner.Name',
		ownerEmail: 'Owner.Email',
		contactName: 'LastName',
		contactEmail: 'Email',
		contactPhone: 'Phone',
		company: 'Company',
		source: 'LeadSource',
		score: 'Lead_Score__c',
		lastActivity: 'LastActivityDate',
		...ownFields((name) => `${camelCase(name)}__c`),
	},
};

/** Zoho makes names such as `Handoff_Goals` of the labels of own fields. */
export const zoho: Crm = {
	system: 'zoho',
	url: 'url',
	paths: {
		id: 'id',
		dealName: 'Deal_Name',
		amount: 'Amount',
		closeDate: 'Closing_Date',
		description: 'Description',
		ownerName: 'Owner.name',
		ownerEmail: 'Owner.email',
		contactName: 'Last_Name',
		contactEmail: 'Email',
		contactPhone: 'Phone',
		company: 'Company',
		source: 'Lead_Source',
		score: 'Lead_Score',
		lastActivity: 'Last_Activity_Time',
		...ownFields((name) => name.replace(/(?:^|_)\w/g, (start) => start.toUpperCase())),
	},
};

/** The columns of a table that sales keeps by hand; whoever keeps it gives them their names. */
const column = (write: (name: string) => string): Record<string, string> => ({
	dealName: write('Deal'),
	amount: write('Amount'),
	description: write('Background'),
	handoff_goals: write('Goals'),
	handoff_scope: write('Scope'),
	handoff_service: write('Service'),
	handoff_billing_day: write('Billing day'),
	handoff_kickoff_date: write('Kick-off date'),
	handoff_client_email: write('Client e-mail'),
});

/** Airtable's records carry their fields under `fields`; the owner is a user field. */
export const airtable: Crm = {
	system: 'airtable',
	url: 'url',
	paths: {
		id: 'id',
		ownerName: 'fields.Owner.name',
		ownerEmail: 'fields.Owner.email',
		...column((name) => (/\W/.test(name) ? `fields["${name}"]` : `fields.${name}`)),
	},
};

export const googleSheets: Crm = {
	system: 'google-sheets',
	url: 'url',
	paths: {
		id: 'ID',
		ownerName: 'Owner',
		ownerEmail: '["Owner e-mail"]',
		...column((name) => (/\W/.test(name) ? `["${name}"]` : name)),
	},
};

/** Records that some other system sends: the names that the intake maps its fields to. */
export const webhook: Crm = {
	system: 'webhook',
	url: 'url',
	paths: {
		id: 'id',
		dealName: 'name',
		amount: 'amount',
		description: 'background',
		ownerName: 'owner_name',
		ownerEmail: 'owner_email',
		...ownFields((name) => name.replace('handoff_', '')),
	},
};

/** Those with leads, deals and fields of their own for every seam. */
export const CRMS = [hubspot, pipedrive, salesforce, zoho];

/** Everything that a won deal can come from. */
export const DEAL_SOURCES = [...CRMS, airtable, googleSheets, webhook];

/** @throws Error when the CRM does not name the field */
export function pathIn({ system, paths }: Crm, name: string): string {
	const path = paths[name];
	if (path === undefined) throw new Error(`${system} names no field ${name}`);
	return path;
}
