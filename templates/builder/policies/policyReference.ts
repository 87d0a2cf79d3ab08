import { innerSections } from './innerObjects';
import { policyExamples } from './policyExamples';
import { buildPolicySchema } from './policySchema';
import { describeMembers, membersOf, pointerReader, type SchemaNode } from './schemaMembers';

const INTRODUCTION = `# The policy, key by key

A policy says what two teams agree that _ready to be handed over_ means. Paste it as JSON into **Readiness Gate**, or build it in the form: both give the same policy. This page is written by \`npm run templates\` from the rules by which the package reads a policy; \`templates/policies/policy.schema.json\` gives the same to your editor. Keys that are not named here are refused, with the nearest known key.

Paths of fields are written as in n8n: \`properties.amount\`, \`contacts[0].email\`, \`["a name with blanks"]\`. An entry of a list can also be named by what it is: \`emails[primary=true].value\` is the address that says it is the primary one, \`column_values[id=status].text\` the column with this id; the words behind the sign stand in quotes where they hold brackets or \`=\`, and their case does not count. Where two entries are as it says, the gate asks which one counts. Where a text may hold places for fields, they stand in double braces: \`https://crm.example/deals/{{id}}\`.

A small policy that is whole:

\`\`\`json policy
{
	"id": "deal-to-delivery",
	"record": { "system": "hubspot", "type": "deal", "id": "id", "title": "properties.dealname" },
	"sender": { "team": "Sales", "email": "properties.owner_email" },
	"receiver": { "team": "Delivery", "people": [{ "name": "Dee", "email": "dee@example.com" }] },
	"handOver": { "when": { "field": "properties.stage", "equals": "won" } },
	"requirements": [
		{
			"id": "kick-off",
			"label": "Kick-off date",
			"field": "properties.kickoff_date",
			"check": { "kind": "date", "after": { "workingDays": 3 } },
			"howToFix": "Agree on a day with the client."
		},
		{
			"id": "brand",
			"label": "Brand material",
			"field": "properties.brand_folder",
			"check": { "kind": "url" },
			"when": { "field": "properties.services", "oneOf": ["Website", "Social"] },
			"severity": "warning"
		}
	],
	"sla": { "accept": { "workingDays": 1, "cutOff": "15:00" } },
	"calendars": {
		"receiver": { "timezone": "America/New_York", "weekly": { "mon": [["09:00", "17:30"]] } }
	}
}
\`\`\`
`;

const OF_EVERY_CHECK =
	'Every check wants a value: a field that is missing, empty or holds a placeholder is asked for. A field that may stay empty, and must be right where it is not, has `"when": { "field": …, "present": true }` with its own path.';

const WITH_AN_ITEM = `## What comes with a record

An exception that somebody has approved counts when it stands in the ledger (_Grant Waiver_ of Handoff Ledger) or comes with the record: write it, or an expression that gives it, into **Waivers** of Readiness Gate. The policy must allow it under \`waivers\`; one that does not count is told with the reason. A placeholder is no reason, and whoever has asked for an exception by the ledger does not approve it.

\`\`\`json waivers
[
	{
		"requirementId": "billing-day",
		"reason": "The client's bank changes in May; accounting knows.",
		"approvedBy": "lee@example.com",
		"expiresAt": "2026-05-31"
	}
]
\`\`\`

A value that a model or a person read out of a text goes into **Proposals**: the field it is for, the value, the words it was read from, and the path of the text in the record. The words must be there. A proposal is shown to whoever fixes the field and never makes a record ready.

\`\`\`json proposals
[
	{
		"field": "properties.amount",
		"value": 12000,
		"quote": "we agreed on 12,000 for the first year",
		"source": "properties.notes"
	}
]
\`\`\`
`;

const SHOWN = `## How values are shown

Everybody reads the packet, and the value that a finding is about, in their own language and zone: on the page, in messages and in the task. The record and the data of the flow keep the values as they are. A requirement says what a value is: an amount that the check \`money\` judges has its currency, a day that \`date\` judges its weekday. Where no requirement says it, or something else is meant, \`as\` does:

| \`as\` | The record has | People read |
| --- | --- | --- |
| \`money\` | \`12500.5\`, and \`EUR\` in the \`currencyField\` of its check | €12,500.50 |
| \`number\` | \`"12500"\` | 12,500 |
| \`date\` | \`1772409600000\` | Mon 2 Mar 2026 |
| \`time\` | \`"2026-03-02T08:30:00Z"\` | Mon 2 March 2026, 09:30 (Europe/Berlin) |
| \`yesNo\` | \`"1"\` | Yes |
| \`list\` | \`"web;shop;blog"\` | web, shop and blog |
| \`person\` | \`{"name": "Ana Lima", "email": "ana@example.com"}\` | Ana Lima (ana@example.com) |
| \`link\` | \`"https://www.example.com/offers/17"\` | example.com/offers/17, as a link |
| \`text\` | \`"<p>Two sites</p>"\` | Two sites |

Answers, lists, people, web addresses, ISO dates and rich text are known by what they look like; a bare number can be anything and stays as it is. What cannot be read as what it is said to be is shown as it stands.

\`\`\`json packet
[
	{ "label": "Budget", "field": "amount", "as": "money" },
	{ "label": "Seats", "field": "seats", "as": "number" },
	{ "label": "Kick-off", "field": "kickOff", "as": "date" },
	{ "label": "First call", "field": "firstCall", "as": "time" },
	{ "label": "Contract signed", "field": "signed", "as": "yesNo" },
	{ "label": "Services", "field": "services", "as": "list" },
	{ "label": "Sold by", "field": "owner", "as": "person" },
	{ "label": "Offer", "field": "offer", "as": "link" },
	{ "label": "Scope", "field": "scope", "as": "text" }
]
\`\`\`
`;

/** Objects with a section of their own, by their place in the schema. */
const SECTIONS: Array<[title: string, place: string]> = [
	['The policy', ''],
	['`record`', 'properties/record'],
	['`sender`', 'properties/sender'],
	['`receiver`', 'properties/receiver'],
	['`receiver.people`, each', 'properties/receiver/properties/people/items'],
	['`requirements`, each', 'properties/requirements/items'],
	['`fixers`, each', 'properties/fixers/additionalProperties'],
	['`when`', 'definitions/condition'],
	['`sources`, each', 'properties/sources/additionalProperties'],
	['`waivers`', 'properties/waivers'],
	['`packet`, each', 'properties/packet/items'],
	['`acceptance`', 'properties/acceptance'],
	['`acceptance.checklist`, each', 'properties/acceptance/properties/checklist/items'],
	['`acceptance.returnReasons`, each', 'properties/acceptance/properties/returnReasons/items'],
	['`sla`, each target', 'properties/sla/additionalProperties'],
	['`calendars`, each', 'definitions/calendar'],
];

/**
 * `docs/policy.md`: every key of a policy with its type, its default and its meaning, as Markdown.
 *
 * @throws Error when a kind of check does not say yet what it is for
 */
export function policyReference(): string {
	const schema = buildPolicySchema();
	const at = pointerReader(schema);
	const sections = SECTIONS.map(([title, place]) => section(`## ${title}`, at(place), at));
	return `${[INTRODUCTION, ...sections, checks(at), policyExamples(), SHOWN, WITH_AN_ITEM]
		.join('\n')
		.trim()}\n`;
}

/** Keys whose object has a section under its own name, and those that hold what has one. */
const ELSEWHERE = new Set([
	...SECTIONS.flatMap(([, place]) =>
		[...place.matchAll(/properties\/(\w+)/g)].map(([, key = '']) => key),
	),
	...['check', 'union', 'intersection'],
]);

const section = (title: string, node: SchemaNode, at: (place: string) => SchemaNode): string => {
	const members = membersOf(node);
	const around = { at, elsewhere: ELSEWHERE, heading: '###' };
	return [title, '', ...describeMembers(members, at), '', ...innerSections(members, around)].join(
		'\n',
	);
};

function checks(at: (place: string) => SchemaNode): string {
	const { anyOf = [] } = at('definitions/check');
	return [
		'## `check`, by kind',
		'',
		OF_EVERY_CHECK,
		'',
		...anyOf.map((kind) => checkSection(kind, at)),
	].join('\n');
}

function checkSection(node: SchemaNode, at: (place: string) => SchemaNode): string {
	const members = membersOf(node);
	const kind = members.find(({ name }) => name === 'kind')?.node.const ?? '';
	const meaning = node.description;
	if (meaning === undefined) throw new Error(`Describe the settings of the check "${kind}".`);
	const settings = members.filter(({ name }) => name !== 'kind');
	const table = settings.length > 0 ? describeMembers(settings, at) : ['No settings.'];
	const around = { at, elsewhere: ELSEWHERE, heading: '####' };
	const inside = innerSections(settings, around);
	return [`### \`${kind}\``, '', meaning, '', ...table, '', ...inside].join('\n');
}
