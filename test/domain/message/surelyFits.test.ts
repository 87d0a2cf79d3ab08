import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { documentOf } from '../../support/messageDocuments';

/** The characters that grow most when they are escaped, and addresses that do. */
const GROWING = ['a', '<', '&', '"', '\\', '*', '`', "'", '@a', '#1', '{{', '€', '😀', '\n- '];
const LENGTHS = [10, 30, 60, 90, 120, 150, 180, 220, 300, 400, 600, 900];

describe('a message of any length, also where it surely fits', () => {
	it.each(GROWING)('stays within the limit of every channel when it is full of %j', (sign) => {
		for (const length of LENGTHS) {
			const text = sign.repeat(Math.ceil(length / sign.length));
			const {
				html,
				adaptiveCard,
				slackBlocks,
				markdown,
				text: plain,
			} = renderMessage(documentOf(text, `https://crm.example/${text}`));

			expect(Buffer.byteLength(JSON.stringify(adaptiveCard))).toBeLessThanOrEqual(28_000);
			expect(Buffer.byteLength(html)).toBeLessThanOrEqual(102_000);
			expect(JSON.stringify(slackBlocks).length).toBeLessThanOrEqual(13_000);
			expect(Math.max(markdown.length, plain.length)).toBeLessThanOrEqual(40_000);
		}
	});

	it('says everything when it is short', () => {
		const message = renderMessage(documentOf('Enter the amount of the signed offer.'));

		for (const form of [message.text, message.markdown, message.html]) {
			expect(form).not.toContain('did not fit');
		}
	});
});
