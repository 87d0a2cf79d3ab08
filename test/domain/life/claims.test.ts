import { claimFor, holderOf, holds, type StoredClaim } from '../../../nodes/domain/life/claims';
import { monday } from './lifeRows';

/** Claims that came in at these times of Monday, each of which holds for ten minutes. */
const claims = (...given: Array<[holder: string, time: string]>): StoredClaim[] =>
	given.map(([holder, time], index) => ({
		...claimFor('key', { handoffId: 'handoff-1', holder, now: monday(time) }),
		id: index + 1,
		createdAt: new Date(monday(time)).toISOString(),
	}));

describe('a claim', () => {
	it.each`
		came                                                | holder
		${[]}                                               | ${undefined}
		${[['A', '10:00']]}                                 | ${'A'}
		${[['A', '10:00'], ['B', '10:00']]}                 | ${'A'}
		${[['A', '10:00'], ['B', '10:10']]}                 | ${'A'}
		${[['A', '10:00'], ['B', '10:11']]}                 | ${'B'}
		${[['A', '10:00'], ['B', '10:09'], ['C', '10:11']]} | ${'C'}
		${[['A', '10:00'], ['B', '10:09'], ['C', '10:10']]} | ${'A'}
		${[['A', '10:00'], ['A', '10:08'], ['B', '10:15']]} | ${'A'}
		${[['A', '10:00'], ['B', '10:05'], ['A', '10:30']]} | ${'A'}
		${[['A', '10:00'], ['B', '10:11'], ['A', '10:12']]} | ${'B'}
		${[['A', '10:00'], ['B', '10:11'], ['A', '10:30']]} | ${'A'}
	`('that came in as $came is held by $holder', ({ came, holder }) => {
		expect(holderOf(claims(...came))).toBe(holder);
		expect(holderOf(claims(...came).reverse())).toBe(holder);
		if (holder !== undefined) expect(holds(claims(...came), holder)).toBe(true);
	});
});
