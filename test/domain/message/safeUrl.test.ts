import { readSafeUrl } from '../../../nodes/domain/message/safeUrl';
import { HOSTILE_URLS } from '../../support/hostileTexts';

describe('readSafeUrl', () => {
	it.each([
		'https://app.example/deals/7?tab=a_b&x=[1]#top',
		'http://127.0.0.1:5678/webhook-waiting/1?signature=a-b_c~d',
		'http://[::1]:5678/',
		'mailto:ana@delivery.example',
	])('lets %s through unchanged', (url) => {
		expect(readSafeUrl(url)).toBe(url);
	});

	it.each(HOSTILE_URLS)('makes no link of %j', (url) => {
		expect(readSafeUrl(url)).toBeUndefined();
	});

	it.each`
		text                            | url
		${' https://a.example/x y '}    | ${'https://a.example/x%20y'}
		${'https://a.example/?q="<|>"'} | ${'https://a.example/?q=%22%3C%7C%3E%22'}
		${'https://bücher.example/é'}   | ${'https://xn--bcher-kva.example/%C3%A9'}
	`('writes $text as a proper URI', ({ text, url }) => {
		expect(readSafeUrl(text)).toBe(url);
	});

	it('makes no link of an address beyond 3000 characters', () => {
		expect(readSafeUrl(`https://a.example/${'x'.repeat(3000)}`)).toBeUndefined();
	});
});
