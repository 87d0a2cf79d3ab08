import { readMailbox } from '../../../nodes/domain/base/emailAddress';

describe('the address of a person', () => {
	it.each([
		['ana@example.com', '', 'ana@example.com'],
		[' ana@example.com ', '', 'ana@example.com'],
		['mailto:ana@example.com', '', 'ana@example.com'],
		['Ana Lima <ana@example.com>', 'Ana Lima', 'ana@example.com'],
		['"Lima, Ana" <ana@example.com>', 'Lima, Ana', 'ana@example.com'],
		['<ana@example.com>', '', 'ana@example.com'],
		['ana@example.com; bo@example.com', '', 'ana@example.com'],
		['nobody, Bo Ek <bo@example.com>', 'nobody, Bo Ek', 'bo@example.com'],
		['12345678', '', ''],
		['0055f000003abcdAAA', '', ''],
		['Ana Lima', '', ''],
		['@ana', '', ''],
		['', '', ''],
		['<'.repeat(50_000), '', ''],
	])('of %p is the name %p and %p', (text, name, email) => {
		expect(readMailbox(text)).toEqual({ name, email });
	});
});
