import { goesOnFor, holdsClaim, runBefore } from '../../templates/builder/ledger/claims';

/** A claim as the Data Table gives it: `4:a@0` is execution 4 of the run a, at minute 0. */
function claimRow(text: string, id: number) {
	const [, execution = '', run = '', minute = ''] = /^(\d+):(\w+)@([\d.]+)$/.exec(text) ?? [];
	const createdAt = new Date(Date.UTC(2026, 2, 2, 9) + Number(minute) * 60_000).toISOString();
	return { json: { id, claim: 'sales-to-delivery:hubspot:4711', execution, run, createdAt } };
}

/** Runs an expression of the template over the claims, the newest first, as a table may give them. */
function evaluate(expression: string, claims: string, execution: string, run: string): unknown {
	const items = claims.split(' ').map(claimRow).reverse();
	const calculate = new Function('items', 'run', '$execution', `return ${expression}`);
	return calculate(items, run, { id: execution }) ?? 'nobody';
}

describe('who goes on with a record, by the claims of Monday morning', () => {
	it.each`
		claims                 | execution | holds    | what
		${'1:a@0'}             | ${'1'}    | ${true}  | ${'the only one'}
		${'1:a@0 2:b@1'}       | ${'2'}    | ${false} | ${'who came a minute later'}
		${'1:a@0 2:b@4'}       | ${'2'}    | ${true}  | ${'who came when the time was up'}
		${'1:a@0 2:b@2 3:c@4'} | ${'3'}    | ${true}  | ${'late comers hold nothing'}
		${'1:a@0 2:b@5 3:c@6'} | ${'3'}    | ${false} | ${'a minute after another took over'}
	`('$what: $claims', ({ claims, execution, holds }) => {
		expect(evaluate(holdsClaim('items'), claims, execution, 'any')).toBe(holds);
	});

	it.each`
		claims                        | execution | run    | goesOn   | what
		${'1:a@0'}                    | ${'1'}    | ${'a'} | ${false} | ${'the first goes on for nobody'}
		${'1:a@0 2:b@5 3:a@6'}        | ${'3'}    | ${'a'} | ${true}  | ${'a retry, whoever looked since'}
		${'1:a@0 2:b@5'}              | ${'2'}    | ${'b'} | ${false} | ${'found once more is no retry'}
		${'1:a@0 3:a@2'}              | ${'3'}    | ${'a'} | ${false} | ${'a retry while the first may be at work'}
		${'1:a@0 3:a@6 4:a@6.1'}      | ${'3'}    | ${'a'} | ${true}  | ${'the first of two retries'}
		${'1:a@0 3:a@6 4:a@6.1'}      | ${'4'}    | ${'a'} | ${false} | ${'the second of two retries'}
		${'1:a@0 3:a@6 4:b@8 5:a@11'} | ${'5'}    | ${'a'} | ${true}  | ${'the retry of a retry'}
	`('$what: $claims', ({ claims, execution, run, goesOn }) => {
		expect(evaluate(goesOnFor('items', 'run'), claims, execution, run)).toBe(goesOn);
	});

	it.each`
		claims                 | execution | before      | what
		${'3:a@6'}             | ${'3'}    | ${'nobody'} | ${'it was killed before it asked'}
		${'1:a@0 3:a@6'}       | ${'3'}    | ${'a'}      | ${'the one that it is the retry of'}
		${'1:a@0 2:b@5 3:a@6'} | ${'3'}    | ${'b'}      | ${'another one, which has taken over'}
		${'1:a@0 2:b@1 3:a@6'} | ${'3'}    | ${'a'}      | ${'another one, which came too early'}
	`('$before has asked: $what', ({ claims, execution, before }) => {
		expect(evaluate(runBefore('items'), claims, execution, 'a')).toBe(before);
	});
});
