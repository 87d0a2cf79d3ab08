import { z } from 'zod';
import { renderAdaptiveCard } from '../../../nodes/domain/message/adaptiveCard';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { cardProblems } from '../../support/cardProblems';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { DECIDE_LINK, documentOf, hugeDocument } from '../../support/messageDocuments';

const cardSchema = z.object({
	body: z.array(z.object({ text: z.string().optional() }).passthrough()),
});

describe('renderAdaptiveCard', () => {
	it('is valid by Microsoft’s schema of its version, and at most 28 KB, whatever the data holds', () => {
		const documents = [...HOSTILE_TEXTS.map((text) => documentOf(text)), hugeDocument(300)];
		for (const document of documents) {
			const card = renderAdaptiveCard(document);
			expect(cardProblems(card)).toEqual([]);
			expect(JSON.stringify(card)).not.toMatch(/"(?:title|value)":""/);
			expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(28_000);
		}
	});

	it('says first, in small, for whom it is, because the whole channel reads it', () => {
		const { body } = cardSchema.parse(
			renderAdaptiveCard({ ...documentOf('Plain'), wording: WORDINGS.de }),
		);
		const written = renderAdaptiveCard(documentOf('Plain'));

		expect(body[0]).toMatchObject({ text: 'Für Ana Example' });
		expect(body[1]).toMatchObject({ text: 'Plain' });
		expect(written).toHaveProperty('body.0', {
			...{ type: 'TextBlock', text: 'For Ana Example', wrap: true, isSubtle: true },
		});
		expect(renderAdaptiveCard({ ...documentOf('Plain'), to: [] })).toHaveProperty(
			'body.0.size',
			'Large',
		);
	});

	it.each([
		['a member of a later version', { style: 'heading' }],
		['a member that no version has', { nonsense: 1 }],
	])('would not be valid with %s', (_what, member) => {
		const card = renderAdaptiveCard(documentOf('Plain'));
		const body = cardSchema.parse(card).body.map((element) => ({ ...element, ...member }));

		expect(cardProblems({ ...card, body })).not.toEqual([]);
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
