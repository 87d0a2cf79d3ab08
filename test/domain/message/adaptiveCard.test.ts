import { z } from 'zod';
import { renderAdaptiveCard } from '../../../nodes/domain/message/adaptiveCard';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { DECIDE_LINK, documentOf, hugeDocument } from '../../support/messageDocuments';

const textBlock = z.object({
	type: z.literal('TextBlock'),
	text: z.string(),
	wrap: z.literal(true),
});
const action = z.object({
	type: z.literal('Action.OpenUrl'),
	title: z.string().min(1),
	url: z.string().regex(/^(?:https?:|mailto:)/),
});

/** The part of the Adaptive Card 1.4 schema that we use. */
const cardSchema = z.object({
	$schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
	type: z.literal('AdaptiveCard'),
	version: z.literal('1.4'),
	body: z.array(
		z.union([
			textBlock,
			z.object({ type: z.literal('Container'), items: z.array(textBlock).min(1) }),
			z.object({
				type: z.literal('FactSet'),
				facts: z.array(z.object({ title: z.string().min(1), value: z.string().min(1) })).min(1),
			}),
			z.object({ type: z.literal('ActionSet'), actions: z.array(action).min(1).max(6) }),
		]),
	),
});

describe('renderAdaptiveCard', () => {
	it('is a card of at most 28 KB, whatever the data holds', () => {
		const documents = [...HOSTILE_TEXTS.map((text) => documentOf(text)), hugeDocument(300)];
		for (const document of documents) {
			const card = renderAdaptiveCard(document);
			cardSchema.parse(card);
			expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(28_000);
		}
	});

	it('says first, in small, for whom it is, because the whole channel reads it', () => {
		const { body } = cardSchema.parse(
			renderAdaptiveCard({ ...documentOf('Plain'), forWhom: 'Für {names}' }),
		);
		const written = renderAdaptiveCard(documentOf('Plain'));

		expect(body[0]).toMatchObject({ text: 'Für Ana Example' });
		expect(body[1]).toMatchObject({ text: 'Plain' });
		expect(written).toHaveProperty('body.0', {
			...{ type: 'TextBlock', text: 'For Ana Example', wrap: true, isSubtle: true },
		});
		expect(renderAdaptiveCard({ ...documentOf('Plain'), to: [] })).toHaveProperty(
			'body.0.style',
			'heading',
		);
	});

	it('escapes the Markdown and the functions of cards in user data', () => {
		const card = JSON.stringify(
			renderAdaptiveCard(documentOf('[x](https://evil.example) **b** {{DATE(1)}}')),
		);
		expect(card).not.toContain('{{');
		const texts = [...card.matchAll(/"(?:text|value)":"((?:[^"\\]|\\.)*)"/g)].join('\n');
		const links = [...texts.matchAll(/(?<!\\\\)\]\(([^)]*)\)/g)].map(([, target]) => target);
		expect(new Set(links)).toEqual(new Set([DECIDE_LINK.url]));
	});
});
