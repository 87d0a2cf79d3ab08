import { cleanLine, cleanText } from '../../../nodes/domain/base/plainText';

describe('cleanText', () => {
	it.each`
		what                               | text                          | clean
		${'every kind of line break'}      | ${'a\r\nb\rc\u2028d'}         | ${'a\nb\nc\nd'}
		${'control characters'}            | ${'\u0000a\u001b[31m\t'}      | ${'a[31m\t'}
		${'overrides of the direction'}    | ${'\u202egnp\u2066.exe'}      | ${'gnp.exe'}
		${'half a character'}              | ${'a\ud800b'}                 | ${'a\ufffdb'}
		${'marks stacked without end'}     | ${`a${'\u0301'.repeat(50)}b`} | ${`a${'\u0301'.repeat(4)}b`}
		${'nothing of right-to-left text'} | ${'مرحبا \u200f(1)'}          | ${'مرحبا \u200f(1)'}
		${'nothing of an emoji'}           | ${'👩‍👧🇩🇪👍🏽'}                   | ${'👩‍👧🇩🇪👍🏽'}
	`('mends $what', ({ text, clean }) => {
		expect(cleanText(text)).toBe(clean);
	});
});

describe('cleanLine', () => {
	it('makes one line of several, without spaces around it', () => {
		expect(cleanLine(' a\r\n\tb  c ')).toBe('a b c');
	});
});
