import {
	codeMatches,
	passwordMatches,
	hashPassword,
	proofBy,
	makeCode,
} from '../../../nodes/domain/handoff/proof';

describe('a page password', () => {
	const kept = hashPassword('open sesame');

	it.each`
		typed            | right
		${'open sesame'} | ${true}
		${'open Sesame'} | ${false}
		${'open sesam'}  | ${false}
		${''}            | ${false}
	`('“$typed” is right: $right', ({ typed, right }) => {
		expect(passwordMatches(typed, kept)).toBe(right);
	});

	it('is the same however its letters are put together', () => {
		expect(passwordMatches('cafe\u0301 noir', hashPassword('caf\u00e9 noir'))).toBe(true);
	});

	it('is kept so that it cannot be read, and differently each time', () => {
		expect(JSON.stringify(kept)).not.toContain('sesame');
		expect(hashPassword('open sesame').hash).not.toBe(kept.hash);
	});
});

describe('a code', () => {
	const code = makeCode('a signature');

	it('has ten signs that are not mistaken for others, and is the same for the same receiver', () => {
		expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
		expect(makeCode('a signature')).toBe(code);
		expect(makeCode('another signature')).not.toBe(code);
	});

	it.each([
		['as it was sent', (text: string) => text, true],
		['in small letters', (text: string) => text.toLowerCase(), true],
		['with blanks for the dash', (text: string) => ` ${text.replace('-', ' ')} `, true],
		['without its last sign', (text: string) => text.slice(0, -1), false],
		['empty', () => '', false],
	])('typed %s', (_how, type, right) => {
		expect(codeMatches(type(code), code)).toBe(right);
	});
});

it.each`
	password | code     | proof
	${false} | ${false} | ${'signedLinkAndName'}
	${true}  | ${false} | ${'signedLinkNameAndPassword'}
	${false} | ${true}  | ${'signedLinkNameAndCode'}
	${true}  | ${true}  | ${'signedLinkNamePasswordAndCode'}
`('password $password and code $code prove $proof', ({ password, code, proof }) => {
	expect(proofBy({ password, code })).toBe(proof);
});
