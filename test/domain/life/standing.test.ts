import { standingOf } from '../../../nodes/domain/life/standing';
import { asked, HANDOFF, judged, lifeRow, monday } from './lifeRows';

const standing = (...rows: unknown[]) => standingOf(rows, HANDOFF);
const row = (name: string, more: Record<string, unknown> = {}) =>
	lifeRow(`handoff.${name}`, monday('11:00'), { round: 1, ...more });

describe('standingOf', () => {
	it.each`
		what                                                  | rows                                                                                  | step            | attempt
		${'nothing at all'}                                   | ${[]}                                                                                 | ${'new'}        | ${0}
		${'found not ready'}                                  | ${[row('evaluated', { ready: false })]}                                               | ${'incomplete'} | ${1}
		${'found not ready by a gate that only warns'}        | ${[row('evaluated', { ready: false, mode: 'warn' })]}                                 | ${'ready'}      | ${1}
		${'held back by a gate that only warns'}              | ${[row('evaluated', { ready: false, mode: 'warn', passes: false })]}                  | ${'incomplete'} | ${1}
		${'found ready'}                                      | ${[judged()]}                                                                         | ${'ready'}      | ${1}
		${'asked'}                                            | ${[judged(), asked()]}                                                                | ${'asked'}      | ${1}
		${'asked by a gate that keeps its rows elsewhere'}    | ${[asked(2)]}                                                                         | ${'asked'}      | ${2}
		${'asked about although it was found wanting'}        | ${[row('evaluated', { ready: false }), asked()]}                                      | ${'asked'}      | ${1}
		${'asked and reminded'}                               | ${[judged(), asked(), row('reminded')]}                                               | ${'asked'}      | ${1}
		${'accepted'}                                         | ${[judged(), asked(), row('accepted')]}                                               | ${'accepted'}   | ${1}
		${'an acceptance that nobody was asked for'}          | ${[judged(), row('accepted')]}                                                        | ${'ready'}      | ${1}
		${'an acceptance of a question that was asked anew'}  | ${[judged(), asked(), asked(1, 2), row('unanswered', { round: 2 }), row('accepted')]} | ${'accepted'}   | ${1}
		${'an acceptance of a question that another one put'} | ${[judged(), asked(), row('accepted', { askedBy: 'execution 8' })]}                   | ${'asked'}      | ${1}
		${'a return after an acceptance'}                     | ${[judged(), asked(), row('accepted'), lifeRow('handoff.returned', monday('12:00'))]} | ${'accepted'}   | ${1}
		${'returned'}                                         | ${[judged(), asked(), row('returned')]}                                               | ${'returned'}   | ${1}
		${'returned, and the question is kept elsewhere'}     | ${[judged(), row('returned')]}                                                        | ${'returned'}   | ${1}
		${'unanswered'}                                       | ${[judged(), asked(), row('unanswered')]}                                             | ${'unanswered'} | ${1}
		${'unanswered, then asked again'}                     | ${[judged(), asked(), row('unanswered'), asked(1, 2)]}                                | ${'asked'}      | ${1}
		${'withdrawn while it was asked'}                     | ${[judged(), asked(), row('withdrawn')]}                                              | ${'withdrawn'}  | ${1}
		${'withdrawn, and accepted all the same'}             | ${[judged(), asked(), row('withdrawn'), row('accepted')]}                             | ${'withdrawn'}  | ${1}
		${'withdrawn after it was returned'}                  | ${[judged(), asked(), row('returned'), row('withdrawn')]}                             | ${'withdrawn'}  | ${1}
		${'changed while it was asked'}                       | ${[judged(), asked(), row('replaced'), judged(2)]}                                    | ${'ready'}      | ${2}
		${'changed, and the old question accepted'}           | ${[judged(), asked(), judged(2), row('accepted')]}                                    | ${'ready'}      | ${2}
		${'changed, and the new row not written yet'}         | ${[judged(), asked(), row('accepted'), row('replaced')]}                              | ${'ready'}      | ${1}
		${'set up'}                                           | ${[judged(), asked(), row('accepted'), row('done')]}                                  | ${'done'}       | ${1}
		${'set up, and judged once more'}                     | ${[judged(), asked(), row('accepted'), row('done'), judged(2)]}                       | ${'done'}       | ${2}
		${'set up by hand'}                                   | ${[row('done')]}                                                                      | ${'done'}       | ${1}
	`('$what stands at $step', ({ rows, step, attempt }) => {
		expect(standing(...rows)).toMatchObject({ step, attempt, handoffId: HANDOFF });
		expect(standing(...[...rows].reverse(), ...rows)).toEqual(standing(...rows));
	});

	it('goes by what can only have happened in that order, since clocks disagree', () => {
		const early = lifeRow('handoff.accepted', monday('08:00'), { round: 1 });

		expect(standing(early, asked(), judged()).step).toBe('accepted');
	});

	it('says what was shown, who asked, until when, and how often', () => {
		expect(standing(judged(1), asked(1, 1), judged(2), asked(2, 1), asked(2, 2))).toMatchObject({
			fingerprint: 'shown-2',
			since: '2026-03-02T10:00:00.002Z',
			closesAt: '2026-03-03T10:00:00.000Z',
			askedBy: 'execution 7',
			round: 2,
			policyId: 'sales-to-delivery',
			last: { type: 'handoff.requested', at: '2026-03-02T10:00:00.002Z' },
		});
	});

	it('takes the question at its word about what was shown', () => {
		const shown = asked(1, 1, { fingerprint: 'shown-in-the-page' });

		expect(standing(judged(), shown)).toMatchObject({ fingerprint: 'shown-in-the-page' });
	});

	it('counts each voter of the question that is out once', () => {
		const vote = (actor: string, round: number) => row('voted', { actor, round });
		const rows = [
			...[judged(), asked(1, 1), vote('old@d.example', 1), asked(1, 2)],
			...[vote('ann@d.example', 2), vote(' Ann@D.example', 2), vote('bob@d.example', 2)],
		];

		expect(standing(...rows).votes).toEqual(['ann@d.example', 'bob@d.example']);
	});

	it.each(['asked', 'refused', 'revoked', 'ending', 'expired'])(
		'stands where it stood when an exception was %s',
		(what) => {
			const exception = lifeRow(`waiver.${what}`, monday('15:00'), { requirementId: 'po' });
			const before = standing(judged(), asked());

			expect(standing(judged(), asked(), exception)).toEqual(before);
		},
	);

	it('passes over what is no row of this handoff', () => {
		const hostile = {
			get handoffId(): string {
				throw new Error('cannot be read');
			},
		};
		const foreign = { ...row('done'), handoffId: 'another' };
		const broken = { ...row('done'), at: 'soon' };
		const unnumbered = { ...row('done'), attempt: 'many' };
		const clock = lifeRow('sla.breached', monday('15:00'), { attempt: 9 });
		const strange = ['text', null, undefined, 7, hostile, foreign, broken, unnumbered, clock];

		expect(standing(judged(), ...strange)).toMatchObject({ step: 'ready', attempt: 1 });
	});

	it('reads rows as stores hand them back: numbers as text, names in lower case', () => {
		const { eventId, handoffId, ...others } = judged();
		const stored = { event_id: eventId, handoffid: handoffId, ...others, attempt: '2' };

		expect(standing(stored)).toMatchObject({ step: 'ready', attempt: 2, open: ['phone'] });
	});

	it('goes on from the newest seal and the turns of the newest row', () => {
		const turns = [{ with: 'receiver', from: '2026-03-02T10:00:00.000Z' }];
		const first = { ...judged(), seal: 'one', previousSeal: '' };
		const second = { ...asked(1, 1, { turns }), seal: 'two', previousSeal: 'one' };

		expect(standing(second, first)).toMatchObject({ seal: 'two', turns });
	});
});
