interface Example {
	/** What the requirement asks for, as the policy's author would say it. */
	asks: string;
	requirement: Record<string, unknown>;
	/** A record that meets it, and one that does not. */
	met: Record<string, unknown>;
	unmet: Record<string, unknown>;
}

const EXAMPLES: Example[] = [
	{
		asks: 'A list has an entry that is one of these values, whatever else is in it.',
		requirement: {
			id: 'support-plan',
			label: 'Support plan',
			field: 'products',
			check: { kind: 'list', any: { check: { kind: 'oneOf', values: ['Gold', 'Silver'] } } },
		},
		met: { products: 'Set-up;Gold' },
		unmet: { products: 'Set-up;Training' },
	},
	{
		asks: 'One of the files is the signed contract; only asked where the scope speaks of a contract.',
		requirement: {
			id: 'contract',
			label: 'Signed contract',
			field: 'files',
			check: {
				kind: 'list',
				any: { field: 'name', check: { kind: 'text', contains: 'signed' } },
			},
			when: { field: 'scope', contains: 'contract' },
		},
		met: { scope: 'By contract', files: [{ name: 'Offer.pdf' }, { name: 'MSA signed.pdf' }] },
		unmet: { scope: 'By contract', files: [{ name: 'Offer.pdf' }] },
	},
	{
		asks: 'Asked only where the list of products has a certain entry.',
		requirement: {
			id: 'data-agreement',
			label: 'Data agreement',
			field: 'dpa',
			check: { kind: 'url' },
			when: { field: 'products', hasEntry: 'Hosting' },
		},
		met: { products: ['Hosting', 'Training'], dpa: 'https://sign.example/dpa/7' },
		unmet: { products: ['Hosting', 'Training'], dpa: 'tbd' },
	},
	{
		asks: 'The primary address, wherever it stands in the list.',
		requirement: {
			id: 'primary-address',
			label: 'Primary address',
			field: 'emails[primary=true].value',
			check: { kind: 'email' },
		},
		met: {
			emails: [
				{ value: 'office@acme.example', primary: false },
				{ value: 'kim@acme.example', primary: true },
			],
		},
		unmet: { emails: [{ value: 'office@acme.example', primary: false }] },
	},
	{
		asks: 'The column with this title, as monday.com keeps columns.',
		requirement: {
			id: 'kick-off',
			label: 'Kick-off',
			field: 'column_values[column.title=Kick-off].text',
			check: { kind: 'date', after: { days: 0 } },
			when: { field: 'column_values[id=status].text', equals: 'Won' },
		},
		met: {
			column_values: [
				{ id: 'status', column: { title: 'Status' }, text: 'Won' },
				{ id: 'date4', column: { title: 'Kick-off' }, text: '2026-03-09' },
			],
		},
		unmet: { column_values: [{ id: 'status', column: { title: 'Status' }, text: 'Won' }] },
	},
	{
		asks: 'A field in which N/A is an answer, with an own sentence where it is none.',
		requirement: {
			id: 'order-number',
			label: 'Order number',
			field: 'po',
			check: { kind: 'text', pattern: 'PO-\\d{4}' },
			alsoAccepted: ['N/A', 'not needed'],
			message: 'Ask accounting for the order number, or write N/A',
		},
		met: { po: 'n/a' },
		unmet: { po: 'tbd' },
	},
	{
		asks: 'The lines add up to the amount of the deal, to the cent.',
		requirement: {
			id: 'lines',
			label: 'Lines',
			field: 'lines',
			check: { kind: 'sum', of: 'price', total: { field: 'amount' } },
		},
		met: { amount: '0.30 €', lines: [{ price: '0.10 €' }, { price: '0.20 €' }] },
		unmet: { amount: '0.40 €', lines: [{ price: '0.10 €' }, { price: '0.20 €' }] },
	},
	{
		asks: 'The deposit is at least 30 % of the amount.',
		requirement: {
			id: 'deposit',
			label: 'Deposit',
			field: 'deposit',
			check: { kind: 'share', of: 'amount', min: 30 },
		},
		met: { amount: 12000, deposit: '3,600.00' },
		unmet: { amount: 12000, deposit: '3,599.99' },
	},
];

const HEADING = `## What a requirement can say

Each example is a requirement, a record that meets it, and one that does not.
`;

const asMarkdown = ({ asks, ...example }: Example): string =>
	`${asks}\n\n\`\`\`json requirement\n${JSON.stringify(example, undefined, '\t')}\n\`\`\`\n`;

/** Examples of requirements as a part of a page in Markdown; a test holds each against its records. */
export const policyExamples = (): string => [HEADING, ...EXAMPLES.map(asMarkdown)].join('\n');
