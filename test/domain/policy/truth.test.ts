import { conditionSchema } from '../../../nodes/domain/policy/condition';
import { compileMissing } from '../../../nodes/domain/policy/missing';
import { compileTruth } from '../../../nodes/domain/policy/truth';

const RECORD = { stage: 'won', amount: 5, note: 'tbd' };
const context = { record: RECORD, now: 0, isMissing: compileMissing(['tbd']) };
const won = { field: 'stage', equals: 'won' };
const lost = { field: 'stage', equals: 'lost' };
const unsaid = { field: 'note', equals: 'x' };

describe('compileTruth', () => {
	it.each`
		condition                           | truth        | because
		${won}                              | ${true}      | ${'the field says so'}
		${lost}                             | ${false}     | ${'the field says otherwise'}
		${unsaid}                           | ${undefined} | ${'the field says nothing'}
		${{ not: unsaid }}                  | ${undefined} | ${'the opposite of the unknown is unknown'}
		${{ not: lost }}                    | ${true}      | ${'the field says otherwise'}
		${{ field: 'note', present: true }} | ${false}     | ${'whether a field is filled in can always be told'}
		${{ all: [unsaid, lost] }}          | ${false}     | ${'one that does not hold is enough'}
		${{ all: [unsaid, won] }}           | ${undefined} | ${'it rests on the unknown'}
		${{ all: [won, { not: lost }] }}    | ${true}      | ${'all hold'}
		${{ any: [unsaid, won] }}           | ${true}      | ${'one that holds is enough'}
		${{ any: [unsaid, lost] }}          | ${undefined} | ${'it rests on the unknown'}
		${{ any: [lost, { not: won }] }}    | ${false}     | ${'none holds'}
	`('gives $truth for $condition, because $because', ({ condition, truth }) => {
		expect(compileTruth(conditionSchema.parse(condition))(context)).toBe(truth);
	});
});
