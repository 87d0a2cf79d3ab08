import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import {
	evaluateReadiness,
	letsPass,
	type Evaluation,
} from '../../../nodes/domain/readiness/evaluateReadiness';
import { dealPolicy, dealPolicyDocument, dealWith, MONDAY, readyDeal } from './dealPolicy';

const evaluate = (record: unknown, more: Partial<Evaluation> = {}) =>
	evaluateReadiness(dealPolicy, record, { now: MONDAY, mode: 'enforce', ...more });

const openIn = (record: unknown, more: Partial<Evaluation> = {}) =>
	evaluate(record, more).findings.map(
		({ requirementId, shortfall }) => `${requirementId} ${shortfall}`,
	);

describe('evaluateReadiness', () => {
	it('finds a record that meets every requirement ready', () => {
		expect(evaluate(readyDeal)).toMatchObject({
			ready: true,
			mode: 'enforce',
			score: 100,
			findings: [],
			evaluatedAt: '2026-03-02T10:00:00.000Z',
		});
	});

	it('names everything that is missing at once', () => {
		const verdict = evaluate({ id: 'D-8', properties: {} });

		expect(verdict.ready).toBe(false);
		expect(verdict.score).toBe(0);
		expect(verdict.findings.map(({ requirementId }) => requirementId)).toEqual([
			'amount',
			'kickoff',
			'slack',
		]);
	});

	it('says of each finding what is wrong, what was seen and expected, who fixes it, how and where', () => {
		expect(evaluate(dealWith({ amount: '0' })).findings).toEqual([
			{
				requirementId: 'amount',
				label: 'Amount',
				field: 'properties.amount',
				check: 'number',
				severity: 'blocker',
				shortfall: 'is below 1',
				seen: '0',
				expected: 'a number at least 1',
				codes: {
					shortfall: { code: 'shortfallBelow', values: { limit: 1 } },
					expected: {
						code: 'expectedNumberRange',
						values: { range: { code: 'rangeFrom', values: { min: 1 } } },
					},
				},
				fixer: 'sender',
				howToFix: 'Enter the amount of the signed offer',
				fixUrl: 'https://crm.example/deals/D-7#amount',
			},
		]);
	});

	it('lets a record with nothing but warnings be ready', () => {
		const verdict = evaluate(dealWith({ channel: 'no channel' }));

		expect(verdict.ready).toBe(true);
		expect(verdict.score).toBe(66);
		expect(verdict.findings).toHaveLength(1);
	});

	it.each`
		value            | open
		${'N/A'}         | ${[]}
		${' n/a\u200b'}  | ${[]}
		${'<p>n/a</p>'}  | ${[]}
		${['N/A']}       | ${[]}
		${'Not needed'}  | ${[]}
		${'2026-03-09'}  | ${[]}
		${'tbd'}         | ${['is missing']}
		${''}            | ${['is missing']}
		${'n/a for now'} | ${['is not a date']}
	`('takes the words that a requirement accepts for an answer there: $value', ({ value, open }) => {
		const requirement = {
			id: 'start',
			label: 'Start',
			field: 'start',
			check: { kind: 'date' },
			alsoAccepted: ['N/A', 'not needed'],
		};
		const policy = parsePolicy({ id: 'p', record: { id: 'id' }, requirements: [requirement] });
		const { findings } = evaluateReadiness(
			compilePolicy(policy),
			{ id: '1', start: value },
			{
				now: MONDAY,
				mode: 'enforce',
			},
		);

		expect(findings.map(({ shortfall }) => shortfall)).toEqual(open);
		expect(findings.map(({ expected }) => expected)).toEqual(
			open.map(() => 'a date, or N/A or not needed'),
		);
	});

	it('asks for a conditional field only when its condition holds', () => {
		expect(openIn(dealWith({ amount: '9999' }))).toEqual([]);
		expect(openIn(dealWith({ amount: '10000' }))).toEqual(['po is missing']);
	});

	it.each`
		record                                 | open
		${dealWith({ amount: null })}          | ${['amount is missing']}
		${dealWith({ amount: ' TBD ' })}       | ${['amount is missing']}
		${dealWith({ amount: ['5000'] })}      | ${[]}
		${dealWith({ amount: 'a lot' })}       | ${['amount is not a number', 'po is missing; properties.amount does not tell whether it is needed: a lot']}
		${dealWith({ channel: { a: 1 } })}     | ${['slack is not text']}
		${dealWith({ kickoff: 'Monday' })}     | ${['kickoff is not a date']}
		${dealWith({ kickoff: '2026-03-04' })} | ${['kickoff is before 2026-03-05']}
		${null}                                | ${['record.id is missing', 'amount is missing', 'kickoff is missing', 'slack is missing']}
		${'just text'}                         | ${['record.id is missing', 'amount is missing', 'kickoff is missing', 'slack is missing']}
		${[readyDeal]}                         | ${['record.id is missing', 'amount is missing', 'kickoff is missing', 'slack is missing']}
	`('answers $record with findings: $open', ({ record, open }) => {
		expect(openIn(record)).toEqual(open);
	});

	it('judges a record of five megabytes and shows little of it', () => {
		const verdict = evaluate(dealWith({ amount: 'x'.repeat(5_000_000), extra: [1, 2, 3] }));

		expect(verdict.findings[0]).toMatchObject({ shortfall: 'is not a number' });
		expect(verdict.findings[0]?.seen).toHaveLength(200);
	});

	it('judges a record that is nested deeper than a program can follow', () => {
		let deep: unknown = 'bottom';
		for (let level = 0; level < 100_000; level += 1) deep = { deep };

		expect(openIn(dealWith({ amount: deep, scope: deep }))).toEqual([
			'amount is not a number',
			expect.stringMatching(/^po is missing; properties.amount does not tell/),
		]);
	});

	it('judges a record that holds itself, and one that throws when read', () => {
		const loop: Record<string, unknown> = dealWith({});
		loop.properties = { ...readyDeal.properties, amount: loop, scope: loop };
		const trap = {
			get id() {
				throw new Error('no');
			},
			properties: readyDeal.properties,
		};

		expect(openIn(loop)).toEqual([
			'amount is not a number',
			expect.stringMatching(/^po is missing; properties.amount does not tell/),
		]);
		expect(openIn(trap)).toEqual(['record.id is missing']);
	});

	it('is not misled by members that are named like parts of JavaScript', () => {
		const record: unknown = JSON.parse(
			'{"id": "D-9", "__proto__": {"properties": {"amount": 5}}, "constructor": {"name": "x"}}',
		);

		expect(openIn(record)).toContain('amount is missing');
	});
});

describe('the modes', () => {
	it.each`
		mode         | passes
		${'enforce'} | ${false}
		${'warn'}    | ${true}
		${'shadow'}  | ${true}
	`('$mode lets a record that is not ready pass: $passes', ({ mode, passes }) => {
		const verdict = evaluate(dealWith({ amount: null }), { mode });

		expect(verdict.ready).toBe(false);
		expect(letsPass(verdict)).toBe(passes);
	});

	it('lets no record without an id pass in any mode', () => {
		const verdict = evaluate({ ...readyDeal, id: ' ' }, { mode: 'shadow' });

		expect(verdict.findings[0]).toMatchObject({ requirementId: 'record.id', field: 'id' });
		expect(letsPass(verdict)).toBe(false);
	});
});

describe('waivers', () => {
	const waiver = {
		requirementId: 'po',
		reason: 'The customer sends it next week',
		approvedBy: 'Head@sales.example',
		expiresAt: '2026-03-10',
	};
	const bigDeal = dealWith({ amount: '20000' });

	it('keeps a waived finding visible, and lets the record be ready', () => {
		const verdict = evaluate(bigDeal, { waivers: [waiver] });

		expect(verdict.ready).toBe(true);
		expect(verdict.findings).toHaveLength(1);
		expect(verdict.findings[0]?.waiver).toEqual(waiver);
		expect(verdict.waivers).toEqual([waiver]);
	});

	it.each`
		change                                   | why
		${{ expiresAt: '2026-03-01' }}           | ${'it expired on 2026-03-01'}
		${{ expiresAt: '2026-03-02T10:00:00Z' }} | ${'it expired on 2026-03-02T10:00:00Z'}
		${{ expiresAt: '2027-03-01' }}           | ${'it runs longer than the 30 days that the policy allows'}
		${{ expiresAt: '2026-04-02' }}           | ${'it runs longer than the 30 days that the policy allows'}
		${{ expiresAt: 'soon' }}                 | ${'its end is not a date'}
		${{ reason: 'TBD' }}                     | ${'it gives no reason'}
		${{ approvedBy: 'kim@sales.example' }}   | ${'kim@sales.example may not approve waivers under this policy'}
		${{ requirementId: 'amount' }}           | ${'the policy does not allow a waiver for this requirement'}
		${{ requirementId: 'record.id' }}        | ${'the policy does not allow a waiver for this requirement'}
		${{ reason: ' ' }}                       | ${'is not a waiver: reason'}
	`('counts $change as none: $why', ({ change, why }) => {
		const verdict = evaluate(bigDeal, { waivers: [{ ...waiver, ...change }] });

		expect(verdict.ready).toBe(false);
		expect(verdict.waivers).toEqual([]);
		expect(verdict.refusedWaivers).toMatchObject([{ why }]);
	});

	it.each([null, undefined, '', [], 'all', 7, [[]], [{ requirementId: { a: 1 } }]])(
		'never opens or fails on %j',
		(waivers) => {
			expect(evaluate(bigDeal, { waivers }).ready).toBe(false);
		},
	);

	it('allows none when the policy names none', () => {
		const strict = compilePolicy(parsePolicy({ ...dealPolicyDocument, waivers: {} }));
		const verdict = evaluateReadiness(strict, bigDeal, {
			now: MONDAY,
			mode: 'enforce',
			waivers: [waiver],
		});

		expect(verdict.ready).toBe(false);
	});
});

describe('the digest', () => {
	it('is another when a judged, shown or referenced value is another, and only then', () => {
		const { digest } = evaluate(readyDeal);

		expect(evaluate(dealWith({ unrelated: 1 })).digest).toBe(digest);
		expect(evaluate(dealWith({ scope: 'Three sites' })).digest).not.toBe(digest);
		expect(evaluate(dealWith({ amount: 5000 })).digest).not.toBe(digest);
		expect(evaluate({ ...readyDeal, id: 'D-8' }).digest).not.toBe(digest);
	});

	it('does not depend on the order of members or on the time', () => {
		const scope = { sites: 2, portal: { name: 'x', url: 'y' } };
		const turned = { portal: { url: 'y', name: 'x' }, sites: 2 };

		expect(evaluate(dealWith({ scope: turned }), { now: MONDAY + 1 }).digest).toBe(
			evaluate(dealWith({ scope })).digest,
		);
	});
});
