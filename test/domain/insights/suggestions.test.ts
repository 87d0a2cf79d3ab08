import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { handoffRows } from './handoffRows';
import { kindsOf, many, POLICY, suggest } from './suggest';

describe('suggestions', () => {
	it('says to tighten what comes back although the gate passed it: 7 of 41', () => {
		const rows = [
			...many(34, 'ready, ask, accept 5'),
			...many(7, 'ready, ask, return 5 goals:scope'),
		];
		const [tighten] = suggest(rows);
		expect(tighten).toMatchObject({
			kind: 'tighten',
			policyId: 'kick-off',
			title: 'Ask more of “Scope” at the gate',
			evidence:
				'Returned for scope although the gate had passed it: 7 of 41 submissions (9 to 31 %), mostly for “About goals”.',
			change: {
				place: 'requirements',
				action: 'replace',
				json: { id: 'scope', check: { kind: 'text', minLength: 20 } },
			},
			backtest: {
				n: 41,
				text: expect.stringContaining(
					'7 of 41 submissions that had passed it in the last 13 weeks',
				),
			},
		});
	});

	it('says to ask for a field that no requirement covers, with one that a policy takes as it is', () => {
		const rows = [
			...many(30, 'ready, ask, accept 5'),
			...many(7, 'ready, ask, return 5 date:properties.start'),
		];
		const [tighten] = suggest(rows);
		expect(tighten?.change).toMatchObject({ action: 'add', json: { field: 'properties.start' } });
		const requirements = [...POLICY.requirements, tighten?.change?.json];
		expect(parsePolicy({ ...POLICY, requirements }).requirements).toHaveLength(3);
	});

	it.each`
		returns | accepted | told
		${2}    | ${10}    | ${false}
		${3}    | ${10}    | ${false}
		${5}    | ${10}    | ${true}
		${5}    | ${40}    | ${false}
		${8}    | ${40}    | ${true}
		${3}    | ${60}    | ${false}
		${3}    | ${6}     | ${false}
	`(
		'$returns returns beside $accepted acceptances are worth a word: $told',
		({ returns, accepted, told }) => {
			const rows = [
				...many(accepted, 'ready, ask, accept 5'),
				...many(returns, 'ready, ask, return 5 goals:scope'),
			];
			expect(kindsOf(rows).includes('tighten')).toBe(told);
		},
	);

	it('says to relax what never held anything up in 200 handoffs', () => {
		const rows = [
			...many(150, 'ready, ask, accept 5'),
			...many(50, 'not:amount, fix 5, ready, ask, accept 5'),
		];
		const relax = suggest(rows).filter(({ kind }) => kind === 'relax');
		expect(relax).toEqual([
			expect.objectContaining({
				title: 'Make “Scope” a warning, or drop it',
				evidence:
					'Never unmet, never waived and never returned in 200 handoffs; very likely fewer than 2 % need it.',
				change: expect.objectContaining({
					json: expect.objectContaining({ id: 'scope', severity: 'warning' }),
				}),
			}),
		]);
	});

	it('says to turn an exception into a rule when it was waived in 31 %', () => {
		const waived = { fields: '["amount"]', data: '{"ready":true,"open":[],"waived":["amount"]}' };
		const looks = (count: number, different: Partial<LedgerRow>, name: string) =>
			Array.from({ length: count }, (_, index) =>
				handoffRows({ id: `${name}${index}`, began: 'Mon 2026-03-02 09:00' }, 'ready').map(
					(row) => ({
						...row,
						...different,
					}),
				),
			).flat();
		const rows = [...looks(31, waived, 'waived'), ...looks(69, {}, 'met')];
		expect(suggest(rows)).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					kind: 'exceptionIntoRule',
					evidence: expect.stringContaining('Waived in 31 of 100 handoffs (31 %).'),
				}),
			]),
		);
		const older = rows.map((row) => ({
			...row,
			data: row.data.replace(',"waived":["amount"]', ''),
		}));
		expect(kindsOf(older)).toContain('exceptionIntoRule');
	});

	it('says to move a deadline that is missed too often, to what nine in ten need', () => {
		const rows = [...many(10, 'ready, ask, accept 30'), ...many(10, 'ready, ask, accept 170')];
		expect(suggest(rows)).toEqual([
			expect.objectContaining({
				kind: 'moveDeadline',
				title: 'Allow 3 h for an answer (now 1 h)',
				change: expect.objectContaining({
					place: 'sla.accept',
					json: expect.objectContaining({ minutes: 180 }),
				}),
			}),
		]);
	});

	it('says to ask for an answer sooner when all are in time in half of it', () => {
		const slow = parsePolicy({ ...POLICY, sla: { accept: { minutes: 480 } } });
		const [move] = suggest(many(20, 'ready, ask, accept 30'), [slow]);
		expect(move?.title).toBe('Ask for an answer within 1 h (now 8 h)');
	});

	it('says to split a policy that fits one pair of teams and not another', () => {
		const rows = [
			...many(30, 'ready, ask, accept 5', { receivingTeam: 'Delivery' }),
			...many(30, 'not:amount', { receivingTeam: 'Support & Care' }),
		];
		const split = suggest(rows).find(({ kind }) => kind === 'splitPolicy');
		// A whole policy, which can be pasted as it is.
		expect(parsePolicy(split?.change?.json).requirements).toEqual(POLICY.requirements);
		expect(split).toMatchObject({
			title: 'Agree a policy of their own for Sales → Support & Care',
			change: { json: { id: 'kick-off-sales-support-care' } },
			backtest: { n: 60 },
		});
	});

	it('says to let a warning stop what goes on with it and comes back for it', () => {
		const date = { id: 'date', label: 'Start date', field: 'date', check: { kind: 'present' } };
		const requirements = [...POLICY.requirements, { ...date, severity: 'warning' }];
		const policy = parsePolicy({ ...POLICY, requirements });
		const rows = [
			...many(30, 'ready, ask, accept 5'),
			...many(8, 'warn:date, ask, accept 5'),
			...many(4, 'warn:date, ask, return 5 late:date'),
		];
		expect(suggest(rows, [policy])[0]).toMatchObject({
			kind: 'tighten',
			title: 'Let “Start date” stop a handoff instead of warning',
			evidence:
				'Went on with the warning and came back for date: 4 of 12 submissions (14 to 61 %).',
			change: { action: 'replace', json: { id: 'date', severity: 'blocker' } },
		});
	});

	it.each`
		check                                             | asksMore
		${{ kind: 'present' }}                            | ${{ kind: 'text', minLength: 20 }}
		${{ kind: 'text' }}                               | ${{ kind: 'text', minLength: 20 }}
		${{ kind: 'text', minLength: 30 }}                | ${{ kind: 'text', minLength: 60 }}
		${{ kind: 'list' }}                               | ${{ kind: 'list', min: 1 }}
		${{ kind: 'list', min: 2 }}                       | ${{ kind: 'list', min: 3 }}
		${{ kind: 'text', minLength: 30, maxLength: 40 }} | ${undefined}
		${{ kind: 'email' }}                              | ${undefined}
	`('asks more than $check by $asksMore', ({ check, asksMore }) => {
		const requirements = [{ id: 'scope', label: 'Scope', field: 'scope', check }];
		const policy = parsePolicy({ ...POLICY, requirements });
		const rows = [
			...many(10, 'ready, ask, accept 5'),
			...many(5, 'ready, ask, return 5 goals:scope'),
		];
		const [tighten] = suggest(rows, [policy]);
		const changed = parsePolicy({ ...policy, requirements: [tighten?.change?.json] });
		expect(changed.requirements[0]?.check).toMatchObject(asksMore ?? check);
		const told = asksMore === undefined ? 'The check stays as it is' : 'would have caught at most';
		expect(tighten?.backtest.text).toContain(told);
	});

	it('has nothing to say about a line that runs well, or about too few handoffs', () => {
		expect(kindsOf(many(40, 'ready, ask, accept 50'))).toEqual([]);
		expect(kindsOf(many(6, 'ready, ask, return 500 goals:scope'))).toEqual([]);
	});
});
