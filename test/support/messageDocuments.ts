import type { Link, MessageBlock, MessageDocument } from '../../nodes/domain/message/document';

export const DECIDE_LINK: Link = {
	label: 'Review and decide',
	url: 'https://flow.example/webhook-waiting/7/abc?to=ana%40delivery.example&round=1&signature=a_b-c~d',
};

/** A document with every kind of block, each filled with the same text. */
export const documentOf = (text: string, url = DECIDE_LINK.url): MessageDocument => ({
	kind: 'request',
	to: [{ name: 'Ana Example', email: 'ana@delivery.example' }],
	subject: text,
	blocks: everyBlock(text, url),
});

export const everyBlock = (text: string, url: string): MessageBlock[] => [
	{ kind: 'heading', text },
	{ kind: 'paragraph', text },
	{
		kind: 'facts',
		facts: [
			{ label: text, value: text },
			{ label: 'Plain', value: '1' },
		],
	},
	{
		kind: 'list',
		entries: [{ text, details: [text, text], link: { label: text, url } }, { text }],
	},
	{ kind: 'quote', text },
	{ kind: 'buttons', buttons: [{ label: text, url }, DECIDE_LINK] },
];

/** Many blocks, each with many parts: more than any channel carries. */
export const hugeDocument = (count: number): MessageDocument => ({
	kind: 'fixList',
	to: [],
	subject: 'Huge',
	blocks: [
		...Array.from({ length: count }, (_, index) =>
			everyBlock(`part ${index}`, DECIDE_LINK.url),
		).flat(),
		{ kind: 'buttons', buttons: Array.from({ length: 20 }, () => DECIDE_LINK) },
	],
});
