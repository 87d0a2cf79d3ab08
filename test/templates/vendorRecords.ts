import { parse } from 'csv-parse/sync';

/** A record as its system gives it, complete, and with what people leave out. */
export interface VendorRecord {
	system: string;
	/** The starter policy by which it is judged, or the fields for a policy of the same requirements. */
	policy: string | Record<string, string>;
	/** Path of the id, where that is not `id`. */
	id?: string;
	/** What the policy says besides of how values are written, by the id of the requirement. */
	written?: Record<string, object>;
	complete: Record<string, unknown>;
	incomplete: Record<string, unknown>;
	/** Ids of the requirements that the incomplete one does not meet. */
	open: string[];
}

const GOALS = 'Half of the calls about opening hours are gone.';
const SCOPE = 'Ten pages, two languages, no shop.';
/** Mon 2026-03-09, as systems store a day. */
const KICK_OFF_MS = '1773014400000';
const EVERYTHING = ['budget', 'goals', 'scope', 'billing-day', 'kick-off', 'client-contact'];

const hubspot = (properties: Record<string, unknown>) => ({
	id: '9002',
	url: 'https://app.hubspot.example/contacts/62515/record/0-3/9002',
	createdAt: '2026-02-20T08:15:00.000Z',
	updatedAt: '2026-02-27T16:02:11.201Z',
	archived: false,
	owner: { id: '771', email: 'sam@sales.example', firstName: 'Sam', lastName: 'Sel' },
	properties: {
		dealname: 'Harbour website',
		dealstage: 'closedwon',
		hs_object_id: '9002',
		hs_lastmodifieddate: '2026-02-27T16:02:11.201Z',
		handoff_service: 'retainer',
		...properties,
	},
});

const salesforce = (fields: Record<string, unknown>) => ({
	attributes: {
		type: 'Opportunity',
		url: '/services/data/v59.0/sobjects/Opportunity/0065e00000XyZ',
	},
	Id: '0065e00000XyZ',
	Name: 'Harbour website',
	IsWon: true,
	Owner: {
		attributes: { type: 'User', url: '/services/data/v59.0/sobjects/User/0055e0' },
		Name: 'Sam',
		Email: 'sam@sales.example',
	},
	HandoffService__c: 'retainer',
	...fields,
});

const pipedrive = (value: unknown, custom: Record<string, unknown>) => ({
	id: 9002,
	title: 'Harbour website',
	value,
	currency: 'EUR',
	status: 'won',
	owner: { id: 12, name: 'Sam', email: 'sam@sales.example', active_flag: true },
	person_id: {
		name: 'Dana',
		email: [{ label: 'work', value: 'dana@harbour.example', primary: true }],
		phone: [{ label: '', value: '', primary: true }],
		value: 44,
	},
	d4a1f5b0c2e34f6789ab0123456789abcdef0123: 'Trade fair',
	custom_fields: { handoff_service: 'retainer', ...custom },
});

const zoho = (fields: Record<string, unknown>) => ({
	id: '554023000000527003',
	Deal_Name: 'Harbour website',
	$currency_symbol: '€',
	$editable: true,
	Owner: { name: 'Sam', id: '55402300001', email: 'sam@sales.example' },
	Contact_Name: { name: 'Dana', id: '55402300009' },
	Tag: [],
	Handoff_Service: 'retainer',
	...fields,
});

const airtable = (fields: Record<string, unknown>) => ({
	id: 'recA1b2C3d4E5f6G7',
	createdTime: '2026-02-20T08:15:00.000Z',
	fields: {
		Deal: 'Harbour website',
		Client: ['recC1i2E3n4T5x6Y7'],
		Owner: { id: 'usr1', name: 'Sam', email: 'sam@sales.example' },
		Contract: [{ id: 'att1', filename: 'c.pdf', url: 'https://files.example/c.pdf', size: 9_120 }],
		Service: 'retainer',
		...fields,
	},
});

const sheet = (cells: Record<string, unknown>) => ({
	ID: '12',
	row_number: 3,
	Deal: 'Harbour website',
	Owner: 'Sam',
	'Owner e-mail': 'sam@sales.example',
	Service: 'retainer',
	...cells,
});

const EMPTY_CELLS = {
	...{ Amount: '', Goals: '', Scope: ' ', 'Billing day': '', 'Kick-off date': '' },
	'Client e-mail': '',
};

const notion = (properties: Record<string, unknown>) => ({
	object: 'page',
	id: '1f2e3d4c-0000-4000-8000-00000000d8b0',
	url: 'https://notion.example/Harbour-1f2e3d4c',
	properties: {
		Name: { id: 'title', type: 'title', title: [{ plain_text: 'Harbour website' }] },
		Service: { id: 's', type: 'select', select: { id: '1', name: 'retainer', color: 'blue' } },
		...properties,
	},
});
const richText = (...texts: string[]) => ({
	...{ id: 'r', type: 'rich_text' },
	rich_text: texts.map((text) => ({ type: 'text', plain_text: text, href: null })),
});

const monday = (texts: Record<string, string>) => ({
	id: '70001001',
	name: 'Harbour website',
	column_values: ['budget', 'goals', 'scope', 'service', 'day', 'date4', 'email'].map((id) => ({
		id,
		text: texts[id] ?? '',
		value: texts[id] === undefined ? null : JSON.stringify(texts[id]),
	})),
});

const clickup = (values: Record<string, unknown>) => ({
	id: '86abc',
	name: 'Harbour website',
	url: 'https://app.clickup.example/t/86abc',
	custom_fields: ['budget', 'goals', 'scope', 'service', 'day', 'start', 'email'].map((name) => ({
		id: `field-${name}`,
		name,
		...(values[name] === undefined ? {} : { value: values[name] }),
	})),
});

const columns = (list: string, member: string) => (place: number) => `${list}[${place}].${member}`;
const fieldsBy = (at: (place: number) => string) => ({
	...{ budget: at(0), goals: at(1), scope: at(2), service: at(3) },
	...{ 'billing-day': at(4), 'kick-off': at(5), 'client-contact': at(6) },
});

const CSV_HEADER =
	'\ufeffID;Deal;Service;Amount;Goals;Scope ;Billing day;Kick-off date;Client e-mail';

/** A row as n8n's node Extract from File hands it on: by the same library, empty cells left out. */
function rowOfCsv(line: string): Record<string, unknown> {
	const rows: Array<Record<string, string>> = parse(`${CSV_HEADER}\r\n${line}\r\n`, {
		...{ delimiter: ';', columns: true, bom: false, skip_empty_lines: true },
	});
	return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, cell]) => cell !== ''));
}

const SHEET_FIELDS = {
	budget: 'Amount',
	goals: 'Goals',
	scope: 'Scope',
	service: 'Service',
	'billing-day': '["Billing day"]',
	'kick-off': '["Kick-off date"]',
	'client-contact': '["Client e-mail"]',
};

export const VENDOR_RECORDS: VendorRecord[] = [
	{
		system: 'HubSpot: everything is text, a day is milliseconds, what was cleared is an empty text',
		policy: 'sales-to-delivery.hubspot',
		complete: hubspot({
			amount: '24000.00',
			handoff_goals: `<p>${GOALS}</p>`,
			handoff_scope: `<ul><li>${SCOPE}</li></ul>`,
			handoff_billing_day: '15',
			handoff_kickoff_date: KICK_OFF_MS,
			handoff_client_email: 'dana@harbour.example ',
		}),
		incomplete: hubspot({
			...{ amount: '', handoff_goals: '<p><br></p>', handoff_scope: null },
			...{ handoff_billing_day: '', handoff_kickoff_date: '', handoff_client_email: '' },
		}),
		open: EVERYTHING,
	},
	{
		system: 'Salesforce: attributes everywhere, what is empty is null',
		policy: 'sales-to-delivery.salesforce',
		complete: salesforce({
			Amount: 24000.0,
			HandoffGoals__c: GOALS,
			HandoffScope__c: SCOPE,
			HandoffBillingDay__c: 15.0,
			HandoffKickoffDate__c: '2026-03-09',
			HandoffClientEmail__c: 'dana@harbour.example',
		}),
		incomplete: salesforce({
			...{ Amount: null, HandoffGoals__c: null, HandoffScope__c: null },
			HandoffBillingDay__c: null,
			...{ HandoffKickoffDate__c: null, HandoffClientEmail__c: null },
		}),
		open: EVERYTHING,
	},
	{
		system: 'Pipedrive: people with several addresses, own fields under letters and figures',
		policy: 'sales-to-delivery.pipedrive',
		complete: pipedrive(24_000, {
			handoff_goals: GOALS,
			handoff_scope: SCOPE,
			handoff_billing_day: 15,
			handoff_kickoff_date: '2026-03-09',
			handoff_client_email: [{ label: 'work', value: 'dana@harbour.example', primary: true }],
		}),
		incomplete: pipedrive(0, {
			...{ handoff_goals: null, handoff_scope: '', handoff_billing_day: null },
			handoff_kickoff_date: null,
			handoff_client_email: [{ label: '', value: '', primary: true }],
		}),
		open: EVERYTHING,
	},
	{
		system: 'Zoho: members with a dollar sign, lookups as objects',
		policy: 'sales-to-delivery.zoho',
		complete: zoho({
			Amount: 24_000,
			Handoff_Goals: GOALS,
			Handoff_Scope: SCOPE,
			Handoff_Billing_Day: 15,
			Handoff_Kickoff_Date: '2026-03-09',
			Handoff_Client_Email: 'dana@harbour.example',
		}),
		incomplete: zoho({ Amount: null, Handoff_Goals: null, Handoff_Scope: null }),
		open: EVERYTHING,
	},
	{
		system: 'Airtable: lookups are lists, what is empty is not there',
		policy: 'sales-to-delivery.airtable',
		complete: airtable({
			Amount: 24_000,
			Goals: `${GOALS}\n`,
			Scope: SCOPE,
			'Billing day': [15],
			'Kick-off date': '2026-03-09',
			'Client e-mail': ['dana@harbour.example'],
		}),
		incomplete: airtable({ 'Client e-mail': [] }),
		open: EVERYTHING,
	},
	{
		system: 'a sheet: blanks around what people typed, what is empty is an empty text',
		policy: 'sales-to-delivery.google-sheets',
		complete: sheet({
			...{ Amount: ' 24000 ', Goals: GOALS, Scope: SCOPE, 'Billing day': '15' },
			...{ 'Kick-off date': '2026-03-09', 'Client e-mail': '\u00a0dana@harbour.example' },
		}),
		incomplete: sheet(EMPTY_CELLS),
		open: EVERYTHING,
	},
	{
		system: 'Notion: each property says its type and holds its value under it',
		policy: {
			budget: 'properties.Budget.number',
			goals: 'properties.Goals.rich_text[0].plain_text',
			scope: 'properties.Scope.rich_text[0].plain_text',
			service: 'properties.Service.select.name',
			'billing-day': 'properties["Billing day"].number',
			'kick-off': 'properties["Kick-off"].date.start',
			'client-contact': 'properties["Client e-mail"].email',
		},
		complete: notion({
			Budget: { id: 'b', type: 'number', number: 24_000 },
			Goals: richText(GOALS),
			Scope: richText(SCOPE),
			'Billing day': { id: 'd', type: 'number', number: 15 },
			'Kick-off': { id: 'k', type: 'date', date: { start: '2026-03-09', end: null } },
			'Client e-mail': { id: 'e', type: 'email', email: 'dana@harbour.example' },
		}),
		incomplete: notion({
			Budget: { id: 'b', type: 'number', number: null },
			Goals: richText(),
			Scope: richText(''),
			'Billing day': { id: 'd', type: 'number', number: null },
			'Kick-off': { id: 'k', type: 'date', date: null },
			'Client e-mail': { id: 'e', type: 'email', email: null },
		}),
		open: EVERYTHING,
	},
	{
		system: 'monday.com: columns in a list, each with a text',
		policy: fieldsBy(columns('column_values', 'text')),
		complete: monday({
			...{ budget: '24000', goals: GOALS, scope: SCOPE, service: 'retainer', day: '15' },
			...{ date4: '2026-03-09', email: 'dana@harbour.example' },
		}),
		incomplete: monday({ service: 'retainer' }),
		open: EVERYTHING,
	},
	{
		system: 'ClickUp: own fields in a list, a value only where there is one',
		policy: fieldsBy(columns('custom_fields', 'value')),
		complete: clickup({
			...{ budget: '24000', goals: GOALS, scope: SCOPE, service: 'retainer', day: '15' },
			...{ start: KICK_OFF_MS, email: 'dana@harbour.example' },
		}),
		incomplete: clickup({ service: 'retainer' }),
		open: EVERYTHING,
	},
	{
		system:
			'a .csv with a byte order mark and semicolons: no empty cells, dates and amounts as typed',
		policy: SHEET_FIELDS,
		id: 'ID',
		written: { budget: { decimal: ',' }, 'kick-off': { format: 'dd.MM.yyyy' } },
		complete: rowOfCsv(
			`12;Harbour website;retainer;24.000,00;${GOALS};"${SCOPE}";15;09.03.2026;dana@harbour.example`,
		),
		incomplete: rowOfCsv('13;"Pier ""Nord""";retainer;;;" ";;;'),
		open: EVERYTHING,
	},
	{
		system: 'an .xlsx: dates are serial numbers, no empty cells, blanks at the end of a header',
		policy: SHEET_FIELDS,
		id: 'ID',
		complete: {
			...{ ID: 12, Deal: 'Harbour website', Service: 'retainer', Amount: 24_000 },
			...{ Goals: GOALS, 'Scope ': SCOPE, 'Billing day': 15, 'Kick-off date': 46_090 },
			'Client e-mail': 'dana@harbour.example',
		},
		incomplete: { ID: 13, Deal: 'Pier', Service: 'retainer', 'Scope ': ' ' },
		open: EVERYTHING,
	},
];
