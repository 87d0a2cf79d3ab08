import fc from 'fast-check';
import { exactSum, isBelowShare, lieWithin } from '../../../nodes/domain/policy/exactDistance';
import { compileMissing } from '../../../nodes/domain/policy/missing';
import { readAnswer } from '../../../nodes/domain/policy/readAnswer';
import { readMoney } from '../../../nodes/domain/policy/readMoney';
import { readNumber } from '../../../nodes/domain/policy/readNumber';
import { readPhone } from '../../../nodes/domain/policy/readPhone';
import { readable } from '../../../nodes/domain/policy/readable';
import { visibleText } from '../../../nodes/domain/policy/richText';
import { plainValue } from '../../../nodes/domain/policy/sameValue';
import { hostOf } from '../../../nodes/domain/policy/hostNames';
import { draws } from '../../support/draws';

const isMissing = compileMissing([]);
const READINGS: Record<string, (text: string) => unknown> = {
	'whether it is missing': isMissing,
	'a number': (text) => readNumber(text),
	'an amount': (text) => readMoney(text),
	'a telephone number': (text) => readPhone(text),
	'an answer': readAnswer,
	'a value': (text) => plainValue(text, false),
	'a web address': (text) => hostOf(readable(text), false),
};

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.constantFrom(
		'Größe',
		'École',
		'não',
		'R$ 1.500,00',
		'+49 30 901820',
		'www.example.com',
		'tbd',
	),
	fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((number) => number.toFixed(2)),
);
const unseen = fc.constantFrom('\u200b', '\u00ad', '\ufeff', '\u2060', '\u202a', '\u200e');
const withUnseen = (given: string) =>
	fc
		.array(fc.tuple(fc.nat(given.length), unseen), { minLength: 1, maxLength: 4 })
		.map((signs) =>
			signs.reduce((all, [at, sign]) => `${all.slice(0, at)}${sign}${all.slice(at)}`, given),
		);

describe.each(Object.entries(READINGS))('reading %s', (_what, read) => {
	it('is the same with and without what nobody sees', () => {
		fc.assert(
			fc.property(
				text.chain((given) => fc.tuple(fc.constant(given), withUnseen(given))),
				([given, strewn]) => {
					expect(read(strewn)).toEqual(read(given));
				},
			),
			draws(200),
		);
	});

	it.each(['NFC', 'NFD', 'NFKC', 'NFKD'] as const)('is the same in the form %s', (form) => {
		fc.assert(
			fc.property(text, (given) => {
				expect(read(given.normalize(form))).toEqual(read(given));
			}),
			draws(),
		);
	});
});

describe('a tolerance', () => {
	const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });

	it('agrees with exact decimals', () => {
		fc.assert(
			fc.property(cents, cents, fc.nat(500), (left, right, distance) => {
				const [one, other, most] = [left, right, distance].map((count) => count / 100);

				expect(lieWithin(one ?? 0, other ?? 0, most ?? 0)).toBe(Math.abs(left - right) <= distance);
			}),
			draws(),
		);
	});

	it('has sums and shares beside it that are counted as whole cents are', () => {
		fc.assert(
			fc.property(fc.array(cents), fc.nat(10_000), (list, share) => {
				const total = list.reduce((sum, one) => sum + one, 0);
				const [first = 0] = list;

				expect(exactSum(list.map((one) => one / 100))).toBe(total / 100 + 0);
				expect(isBelowShare(first / 100, share / 100, total / 100)).toBe(
					BigInt(first) * 10_000n < BigInt(share) * BigInt(total),
				);
			}),
			draws(),
		);
	});
});

describe('any text', () => {
	const LONG = 100_000;
	const MARKS = ['\u0301', '\u0323', '\u0327', '\u0345', '\u05b0'];
	it.each([
		['marks', `a${Array.from({ length: LONG }, (_none, at) => MARKS[at % 5]).join('')}`],
		['tags that are open', '<p '.repeat(LONG)],
		['comments that are open', '<!-- '.repeat(LONG)],
		['style sheets that are open', '<style>'.repeat(LONG)],
		['entities', '&nbsp;'.repeat(LONG)],
		['blanks', ' '.repeat(LONG)],
		['what nobody sees', '\u200b'.repeat(LONG)],
		['digits', '1'.repeat(LONG)],
		['commas', '1,'.repeat(LONG)],
		['dots', 'a.'.repeat(LONG)],
	])('of %s is read in less than 50 ms', (_what, given) => {
		const readAll = [...Object.values(READINGS), visibleText];
		expect(Math.max(...readAll.map((read) => timeOf(() => read(given))))).toBeLessThan(50);
	});
});

/** Milliseconds that a work takes: the least of a few, since other work on the machine only adds. */
function timeOf(work: () => unknown): number {
	const times = Array.from({ length: 5 }, () => {
		const startedAt = performance.now();
		work();
		return performance.now() - startedAt;
	});
	return Math.min(...times);
}
