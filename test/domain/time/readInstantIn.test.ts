import { readInstantIn } from '../../../nodes/domain/time/readInstantIn';

const read = (text: string, zone = 'Europe/Berlin') =>
	new Date(readInstantIn(zone, text, '“Policy Changed At”')).toISOString();

describe('a point in time that may be without an offset', () => {
	it.each`
		text                           | instant                       | why
		${'2026-03-02T09:00:00'}       | ${'2026-03-02T08:00:00.000Z'} | ${'as the picker of n8n writes it'}
		${'2026-03-02 09:00'}          | ${'2026-03-02T08:00:00.000Z'} | ${'as people write it'}
		${'2026-07-02'}                | ${'2026-07-01T22:00:00.000Z'} | ${'a date begins at midnight'}
		${'2026-03-02T09:00:00Z'}      | ${'2026-03-02T09:00:00.000Z'} | ${'its own offset counts'}
		${'2026-03-02T09:00:00-05:00'} | ${'2026-03-02T14:00:00.000Z'} | ${'its own offset counts'}
		${'2026-03-29T02:30:00'}       | ${'2026-03-29T01:00:00.000Z'} | ${'a time that the clock skips'}
		${'2026-10-25T02:30:00'}       | ${'2026-10-25T00:30:00.000Z'} | ${'a time that comes twice'}
	`('$text is $instant: $why', ({ text, instant }) => {
		expect(read(text)).toBe(instant);
	});

	it.each(['soon', '', '2026-02-30T09:00', '02.03.2026'])('refuses %j', (text) => {
		expect(() => read(text)).toThrow('“Policy Changed At” is not a point in time');
	});

	it('refuses a time without an offset where no zone is known', () => {
		expect(() => read('2026-03-02T09:00', 'BST')).toThrow('is not a point in time');
	});
});
