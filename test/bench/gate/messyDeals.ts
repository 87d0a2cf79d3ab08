import type { Deal } from './deals';

type Properties = Deal['properties'];

/** How a system hands on the same deal; what it is said of is the same. */
type System = (properties: Properties) => Properties;

const asTexts = (properties: Properties): Properties =>
	mapped(properties, (value) => (value === undefined ? undefined : String(value)));

/** HubSpot: texts only, and days as milliseconds. */
const hubspot: System = (properties) => ({
	...asTexts(properties),
	kickoff: String(Date.parse(String(properties.kickoff))),
});

/** Salesforce: values of their kinds, among attributes and fields that nobody filled in. */
const salesforce: System = (properties) => ({
	attributes: { type: 'Opportunity', url: '/services/data/v59.0/sobjects/Opportunity/006' },
	...properties,
	NextStep: null,
	kickoff: `${String(properties.kickoff)}T00:00:00.000+0000`,
});

/** Pipedrive: addresses in lists that say which is the primary one. */
const pipedrive: System = (properties) => ({
	...properties,
	clientEmail: [{ value: properties.clientEmail, primary: true, label: 'work' }],
	clientPhone: [{ value: properties.clientPhone, primary: true, label: 'work' }],
	signed: properties.signed === true ? 1 : 0,
});

/** Zoho: empty fields as null, times with an offset. */
const zoho: System = (properties) => ({
	...mapped(properties, (value) => (value === '  ' ? null : value)),
	kickoff: `${String(properties.kickoff)}T00:00:00+00:00`,
});

/** Airtable: linked records and lookups as lists of one. */
const airtable: System = (properties) =>
	mapped(properties, (value, name) => (LINKED.has(name) ? [value] : value));
const LINKED = new Set(['region', 'industry', 'ownerEmail', 'contract', 'service']);

/** Notion: each value in an object that says what kind of value it is. */
const notion: System = (properties) =>
	mapped(properties, (value) => {
		const type = typeof value === 'number' ? 'number' : 'rich_text';
		return { type, [type]: type === 'number' ? value : [{ type: 'text', plain_text: value }] };
	});

/** monday.com: the text of each column, with a box as text in JSON. */
const monday: System = (properties) => ({
	...asTexts(properties),
	signed: JSON.stringify({ checked: String(properties.signed) }),
});

/** ClickUp: texts, and days in milliseconds. */
const clickup: System = (properties) => ({
	...properties,
	...asTexts({ amount: properties.amount, seats: properties.seats }),
	kickoff: Date.parse(String(properties.kickoff)),
});

/** A spreadsheet that people type into: blanks at the ends, days as serial numbers. */
const sheet: System = (properties) => ({
	...mapped(asTexts(properties), (value, name) => (PASTED.has(name) ? `\u00a0${value} ` : value)),
	kickoff: Date.parse(String(properties.kickoff)) / 86_400_000 + 25_569,
	signed: properties.signed === true ? 'Yes' : 'No',
});
const PASTED = new Set(['clientEmail', 'contract', 'stage']);

const SYSTEMS = [hubspot, salesforce, pipedrive, zoho, airtable, notion, monday, clickup, sheet];

function mapped(
	properties: Properties,
	write: (value: unknown, name: string) => unknown,
): Properties {
	const present = Object.entries(properties).filter(([, value]) => value !== undefined);
	return Object.fromEntries(present.map(([name, value]) => [name, write(value, name)]));
}

/** The same deals as nine systems write them; those of one system follow each other, as in a flow. */
export function messUp(deals: readonly Deal[]): Deal[] {
	const messy = deals.map(({ id, properties }, index) => {
		const system = SYSTEMS[Math.floor((index * SYSTEMS.length) / deals.length)];
		return { id, properties: system?.(properties) ?? properties };
	});
	return JSON.parse(JSON.stringify(messy)) as Deal[];
}
