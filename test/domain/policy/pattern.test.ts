import fc from 'fast-check';
import { compilePattern } from '../../../nodes/domain/policy/pattern/pattern';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

const compile = (source: string, ignoreCase = false) => compilePattern(source, { ignoreCase });

describe('compilePattern', () => {
	it.each([
		'(a+)+',
		'(a*)*',
		'(a|a)*',
		'(a|aa)+',
		'(a|a?)+',
		'(.*a){12}',
		'([a-zA-Z]+)*',
		'(\\w+\\s?)*',
		'^(([a-z])+.)+[A-Z]([a-z])+$',
		'(x+x+)+y',
		'a*a*a*b',
		'\\d+\\d+\\d+x',
		'.*.*.*=',
		'.*a.*b.*c',
		'(a{1,30}){1,30}b',
		`${'a?'.repeat(30)}${'a'.repeat(30)}`,
		'\\w+([.-]?\\w+)*@\\w+([.-]?\\w+)*',
		'(a|b|ab)*c',
		'((ab)*)*',
		'(?:(?:a?){10}){10}',
		'(\\s*\\w*)*!',
		'[\\s\\S]*x[\\s\\S]*y[\\s\\S]*',
		'(a)\\1',
		'(?<x>a)\\k<x>',
		'(?=a)a',
		'(?!a)b',
		'(?<=a)b',
		'(?<!a)b',
		'(A|a)*b',
	])('refuses %s, which can take very long', (source) => {
		expect(() => compile(source, true)).toThrow(HandoffProblem);
	});

	it.each(['(', '[', 'a{2,1}', '*', 'a)(b', '\\p{Nonsense}'])(
		'refuses %s, no pattern',
		(source) => {
			expect(() => compile(source)).toThrow('is not a regular expression');
		},
	);

	it('refuses a pattern that is too long to be judged', () => {
		expect(() => compile('a'.repeat(501))).toThrow(HandoffProblem);
	});

	it.each`
		source                                               | yes                      | no
		${'PO-\\d{4}'}                                       | ${'PO-1234'}             | ${'PO-123'}
		${'[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){2,7}[A-Z0-9]{0,3}'} | ${'DE89 3704 0044 0532'} | ${'89 DE'}
		${'(\\d{1,3}\\.){3}\\d{1,3}'}                        | ${'10.0.0.255'}          | ${'10.0.0'}
		${'[^@\\s]+@[^@\\s]+\\.[^@\\s]+'}                    | ${'a@b.example'}         | ${'a@b'}
		${'.*urgent.*'}                                      | ${'is urgent now'}       | ${'calm'}
		${'([a-z]+,)*[a-z]+'}                                | ${'a,b,cc'}              | ${'a,,b'}
		${'#[a-z0-9]+(-[a-z0-9]+)*'}                         | ${'#acme-roll-out'}      | ${'#acme-'}
		${'(north|south|east|west)'}                         | ${'south'}               | ${'up'}
		${'a|b'}                                             | ${'b'}                   | ${'ab'}
		${'^x$'}                                             | ${'x'}                   | ${'xx'}
		${'\\+\\d{1,3}[ -]?\\d{4,12}'}                       | ${'+49 30123456'}        | ${'030'}
		${'[\\]\\-x]+'}                                      | ${']-x'}                 | ${'y'}
		${'\\p{L}+'}                                         | ${'Müller'}              | ${'M1'}
		${'(?<year>\\d{4})-\\d\\d'}                          | ${'2026-03'}             | ${'26-03'}
		${'\\bq{1}'}                                         | ${'q'}                   | ${'qq'}
		${'{x}'}                                             | ${'{x}'}                 | ${'x'}
		${''}                                                | ${''}                    | ${'x'}
	`('$source takes $yes and not $no', ({ source, yes, no }) => {
		const pattern = compile(source);

		expect(pattern.matches(yes)).toBe(true);
		expect(pattern.matches(no)).toBe(false);
	});

	it.each([
		['.*urgent.*', 'urgen'],
		['[^@]+@[^@]+\\.[^@]+', '@.'],
		['([a-z]+,)*[a-z]+', 'a,'],
		['(\\d{1,3}\\.){3}\\d{1,3}', '1.'],
		['\\s*\\w+\\s*', ' a'],
	])('answers for %s within a quarter of a second on its worst text', (source, part) => {
		const pattern = compile(source);
		const text = `${part.repeat(pattern.longestText)}`.slice(0, pattern.longestText - 1);
		const started = performance.now();
		pattern.matches(`${text}\n`);

		expect(performance.now() - started).toBeLessThan(250);
	});

	it('either refuses a pattern or answers soon, for patterns made of risky parts', () => {
		const part = fc.constantFrom(
			'a',
			'b',
			'.',
			'[ab]',
			'\\w',
			'\\d',
			'(?:a|b)',
			'(?:a|ab)',
			'(?:)',
		);
		const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{0,20}', '*?');
		const row = fc.array(
			fc.tuple(part, times).map(([one, many]) => one + many),
			{ maxLength: 4 },
		);
		const group = fc.tuple(row, times).map(([parts, many]) => `(?:${parts.join('')})${many}`);
		const pattern = fc
			.array(
				fc.oneof(
					row.map((parts) => parts.join('')),
					group,
				),
				{ maxLength: 3 },
			)
			.map((parts) => parts.join(''));
		const attack = fc
			.tuple(fc.constantFrom('a', 'ab', 'aab', 'b1'), fc.constantFrom('\n', '!', ''))
			.map(
				([pump, end]) =>
					(length: number) =>
						pump.repeat(length).slice(0, length - 1) + end,
			);
		fc.assert(
			fc.property(
				pattern,
				attack,
				inTime((source, build) => {
					const safe = compileOrRefuse(source);
					if (safe === undefined) return;
					expect(typeof safe.matches(build(safe.longestText))).toBe('boolean');
				}),
			),
			draws(300),
		);
	});
});

function compileOrRefuse(source: string) {
	try {
		return compile(source);
	} catch (error) {
		expect(error).toBeInstanceOf(HandoffProblem);
		return undefined;
	}
}
