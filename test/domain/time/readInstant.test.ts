import { readInstant, readPlainInstant } from '../../../nodes/domain/time/readInstant';

describe('readPlainInstant', () => {
	it.each([
		'2026-03-02T09:00:00.000Z',
		'2026-12-31T23:59:59.999Z',
		'2026-01-31T00:00:00Z',
		'1970-01-01T00:00:00.001Z',
		'2199-06-30T12:34:56.789Z',
	])('reads %s as the host does', (text) => {
		expect(readPlainInstant(text)).toBe(Date.parse(text));
	});

	it.each([
		'2026-03-02T09:00:00+01:00',
		'2026-03-02T09:00:00.00Z',
		'2026-02-30T09:00:00Z',
		'2026-04-31T09:00:00Z',
		'2026-13-01T09:00:00Z',
		'2026-00-10T09:00:00Z',
		'2026-03-00T09:00:00Z',
		'2026-03-02T24:00:00Z',
		'2026-03-02T09:60:00Z',
		'2026-03-02T09:00:60Z',
		'2026-03-0xT09:00:00Z',
		'2026-03-02T09:00:00.00xZ',
		'0099-03-02T09:00:00Z',
		'2026-03-02t09:00:00Z',
		'',
	])('leaves %j to the full reader', (text) => {
		expect(readPlainInstant(text)).toBeUndefined();
	});
});

describe('readInstant', () => {
	it.each([
		['2028-02-29T09:00:00Z', Date.UTC(2028, 1, 29, 9)],
		['2026-03-02T10:00:00+01:00', Date.UTC(2026, 2, 2, 9)],
	])('reads %s', (text, instant) => {
		expect(readInstant(text, 'The start')).toBe(instant);
	});

	it('refuses what is not even text, as plain JavaScript may bring', () => {
		const missing = JSON.parse('{}').start;
		expect(() => readInstant(missing, 'The start')).toThrow('The start is not a point in time');
	});

	it.each(['2026-02-30T09:00:00Z', '2026-03-02T09:00:00', 'noon'])('refuses %s', (text) => {
		expect(() => readInstant(text, 'The start')).toThrow('The start is not a point in time');
	});
});
