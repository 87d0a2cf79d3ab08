import { checkDecision, countVotes } from '../../../nodes/domain/life/decisions';
import { claimFor } from '../../../nodes/domain/life/claims';
import { mayAsk } from '../../../nodes/domain/life/mayAsk';
import { standingOf } from '../../../nodes/domain/life/standing';
import { asked, HANDOFF, judged, lifeRow, monday } from './lifeRows';

const row = (name: string, more: Record<string, unknown> = {}) =>
	lifeRow(`handoff.${name}`, monday('11:00'), { round: 1, ...more });
const question = { attempt: 1, round: 1, fingerprint: 'shown-1', askedBy: 'execution 7' };

describe('a decision', () => {
	it.each`
		since                                  | rows                                     | check
		${'nothing has happened'}              | ${[]}                                    | ${'counts'}
		${'they were reminded'}                | ${[row('reminded')]}                     | ${'counts'}
		${'the record changed'}                | ${[row('replaced'), judged(2)]}          | ${{ void: 'replaced', now: 'ready' }}
		${'the record changed a moment ago'}   | ${[judged(2)]}                           | ${{ void: 'replaced', now: 'ready' }}
		${'it was said to be replaced'}        | ${[row('replaced')]}                     | ${{ void: 'replaced', now: 'ready' }}
		${'the changed record is asked about'} | ${[judged(2), asked(2)]}                 | ${{ void: 'replaced', now: 'asked' }}
		${'it was withdrawn'}                  | ${[row('withdrawn')]}                    | ${{ void: 'withdrawn', now: 'withdrawn' }}
		${'it was asked again'}                | ${[asked(1, 2)]}                         | ${{ void: 'superseded', now: 'asked' }}
		${'it was asked by another execution'} | ${[asked(1, 1, { askedBy: 'another' })]} | ${{ void: 'superseded', now: 'asked' }}
		${'something else was shown'}          | ${[asked(1, 1, { fingerprint: 'x' })]}   | ${{ void: 'replaced', now: 'asked' }}
		${'somebody accepted'}                 | ${[row('accepted')]}                     | ${{ void: 'alreadyDecided', now: 'accepted' }}
		${'somebody returned it'}              | ${[row('returned')]}                     | ${{ void: 'alreadyDecided', now: 'returned' }}
		${'it was left unanswered'}            | ${[row('unanswered')]}                   | ${{ void: 'alreadyDecided', now: 'unanswered' }}
		${'it was set up'}                     | ${[row('accepted'), row('done')]}        | ${{ void: 'alreadyDecided', now: 'done' }}
	`('after $since: $check', ({ rows, check }) => {
		// The row of a question that is asked once more takes the place of its first.
		const kept = rows.some(
			({ type, data }: { type: string; data: string }) =>
				type === 'handoff.requested' && data.includes('"attempt":1,"round":1'),
		);
		const standing = standingOf(kept ? [judged(), ...rows] : [judged(), asked(), ...rows], HANDOFF);

		expect(checkDecision(standing, question)).toEqual(check);
	});

	it('counts a voter who votes twice once', () => {
		const vote = row('voted', { actor: 'ann@d.example' });
		const standing = standingOf([judged(), asked(), vote], HANDOFF);

		expect(countVotes(standing, 'ANN@d.example ')).toBe(1);
		expect(countVotes(standing, 'bob@d.example')).toBe(2);
	});
});

describe('a question may be put', () => {
	const [mine, other] = ['execution 7', 'execution 8'].map((holder, index) => ({
		...claimFor('key', { handoffId: HANDOFF, holder, now: monday('09:01') }),
		id: index + 1,
		createdAt: new Date(monday('09:01')).toISOString(),
	}));
	const tuesday = monday('00:00') + 24 * 3_600_000;

	it.each`
		when                                                 | rows                                         | claims           | more                             | may
		${'the gate let it pass'}                            | ${[judged()]}                                | ${[mine, other]} | ${{}}                            | ${'yes'}
		${'the gate keeps its rows elsewhere'}               | ${[]}                                        | ${[mine]}        | ${{}}                            | ${'yes'}
		${'another execution was first'}                     | ${[judged()]}                                | ${[other]}       | ${{}}                            | ${'held'}
		${'nobody claimed it'}                               | ${[judged()]}                                | ${[]}            | ${{}}                            | ${'held'}
		${'it is out'}                                       | ${[judged(), asked()]}                       | ${[mine]}        | ${{}}                            | ${'alreadyAsked'}
		${'it should have ended an hour ago'}                | ${[judged(), asked()]}                       | ${[mine]}        | ${{ now: tuesday + 39_600_000 }} | ${'yes'}
		${'n8n retries the execution that asked'}            | ${[judged(), asked()]}                       | ${[mine]}        | ${{ again: true }}               | ${'yes'}
		${'n8n retries an execution, and another one asked'} | ${[judged(), asked(1, 1, { askedBy: 'x' })]} | ${[mine]}        | ${{ again: true }}               | ${'alreadyAsked'}
		${'n8n retries an execution that was decided'}       | ${[judged(), asked(), row('accepted')]}      | ${[mine]}        | ${{ again: true }}               | ${'alreadyDecided'}
		${'the gate found it wanting meanwhile'}             | ${[row('evaluated', { ready: false })]}      | ${[mine]}        | ${{}}                            | ${'replaced'}
		${'it was judged anew'}                              | ${[judged(), judged(2)]}                     | ${[mine]}        | ${{}}                            | ${'replaced'}
		${'it was withdrawn'}                                | ${[judged(), row('withdrawn')]}              | ${[mine]}        | ${{}}                            | ${'withdrawn'}
		${'it was returned'}                                 | ${[judged(), asked(), row('returned')]}      | ${[mine]}        | ${{}}                            | ${'alreadyDecided'}
		${'it is set up'}                                    | ${[judged(), row('done')]}                   | ${[mine]}        | ${{}}                            | ${'alreadyDecided'}
	`('when $when: $may', ({ rows, claims, more, may }) => {
		const asking = { attempt: 1, holder: 'execution 7', now: monday('10:30'), ...more };

		expect(mayAsk(standingOf(rows, HANDOFF), claims, asking)).toBe(may);
	});
});
