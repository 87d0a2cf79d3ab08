import fc from 'fast-check';
import { escapeHtml } from '../../../nodes/domain/base/html';
import { shorten } from '../../../nodes/domain/message/shorten';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

describe('shorten', () => {
	it('leaves a text that fits as it is', () => {
		expect(shorten('Budget is missing', 20)).toBe('Budget is missing');
	});

	it('says how many characters it leaves out', () => {
		expect(shorten('x'.repeat(100), 30)).toBe(`${'x'.repeat(10)}… (+90)`);
	});

	it('counts what the escape adds and never cuts through it', () => {
		expect(shorten('<'.repeat(20), 32, escapeHtml)).toBe('&lt;&lt;&lt;… (+17)');
	});

	it('stays within the limit and accounts for every character', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 300 }),
				fc.integer({ min: 20, max: 200 }),
				inTime((text, limit) => {
					const short = shorten(text, limit);
					expect(short.length).toBeLessThanOrEqual(limit);
					if (short === text) return;
					const [, kept, left] = /^([^]*)… \(\+(\d+)\)$/.exec(short) ?? [];
					expect(text.startsWith(kept ?? '?')).toBe(true);
					expect([...(kept ?? '')].length + Number(left)).toBe([...text].length);
				}),
			),
			draws(),
		);
	});
});
