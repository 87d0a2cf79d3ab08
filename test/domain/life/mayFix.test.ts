import { claimFor, fixKey } from '../../../nodes/domain/life/claims';
import { mayFix } from '../../../nodes/domain/life/mayFix';
import { fixAnswered, fixNotWritten, fixUnanswered } from '../../../nodes/domain/fixing/fixRows';
import type { SentChanges } from '../../../nodes/domain/handoff/fixing';
import { askedToFix, missingHandoff, MONDAY_9, SAM } from '../../support/missingHandoff';

const HOUR = 3_600_000;
const handoff = missingHandoff();
const asked = askedToFix(handoff, { askedBy: 'first' });
const sent: SentChanges = {
	changes: [
		{
			...{ requirements: ['budget'], field: 'budget', label: 'Budget', from: null, to: 5000 },
			by: { ...SAM, proof: 'signedLinkAndName' },
			at: '2026-03-02T10:00:00.000Z',
		},
	],
	by: { ...SAM, proof: 'signedLinkAndName' },
	at: '2026-03-02T10:00:00.000Z',
	exceptions: [],
};
const answered = fixAnswered(asked, sent);
const ROWS = {
	judged: handoff.event,
	asked: asked.event,
	answered: answered.event,
	notWritten: fixNotWritten(answered, { sent, error: 'read only', at: MONDAY_9 + 2 * HOUR }).event,
	unanswered: fixUnanswered(asked, ['start', 'nda'], MONDAY_9 + 8 * HOUR).event,
};
const ALL = ['budget', 'start', 'nda'];

function may(rows: Array<keyof typeof ROWS>, { holder = 'second', now = MONDAY_9 + HOUR } = {}) {
	const { id, attempt } = handoff;
	const claim = claimFor(fixKey(id, attempt), { handoffId: id, holder: 'second', now: MONDAY_9 });
	const claims = [{ ...claim, id: 1, createdAt: '2026-03-02T09:00:00.000Z' }];
	const stored = rows.map((name) => ROWS[name]);
	return mayFix(stored, claims, { handoffId: id, attempt, gaps: ALL, holder, now });
}

describe('mayFix', () => {
	it.each`
		when                           | rows                                 | gaps
		${'nobody has judged it here'} | ${[]}                                | ${ALL}
		${'it was judged'}             | ${['judged']}                        | ${ALL}
		${'a part was supplied'}       | ${['judged', 'asked', 'answered']}   | ${['budget']}
		${'nobody answered the first'} | ${['judged', 'asked', 'unanswered']} | ${ALL}
	`('asks for what nobody else waits for when $when', ({ rows, gaps }) => {
		expect(may(rows)).toEqual({ gaps });
	});

	it.each`
		when                                         | rows                                             | why
		${'another execution waits for all of it'}   | ${['judged', 'asked']}                           | ${'alreadyAsked'}
		${'what could not be written is open again'} | ${['judged', 'asked', 'answered', 'notWritten']} | ${'alreadyAsked'}
	`('asks nobody when $when', ({ rows, why }) => {
		expect(may(rows)).toBe(why);
	});

	it('asks nobody when another one holds the claim', () => {
		expect(may(['judged'], { holder: 'third' })).toBe('held');
	});

	it('goes on asking what is its own', () => {
		expect(may(['judged', 'asked'], { holder: 'second' })).toBe('alreadyAsked');
		const rows = [ROWS.judged, askedToFix(handoff, { askedBy: 'second' }).event];
		const { id, attempt } = handoff;
		const claim = claimFor(fixKey(id, attempt), { handoffId: id, holder: 'second', now: MONDAY_9 });
		const claims = [{ ...claim, id: 1, createdAt: '2026-03-02T09:00:00.000Z' }];
		const asking = { handoffId: id, attempt, gaps: ALL, holder: 'second', now: MONDAY_9 };

		expect(mayFix(rows, claims, asking)).toEqual({ gaps: ALL });
	});

	it.each`
		day            | hours | may
		${'Monday 17'} | ${8}  | ${'alreadyAsked'}
		${'Monday 19'} | ${10} | ${{ gaps: ALL }}
	`('takes a request for lost that should have ended an hour ago: $day', ({ hours, may: what }) => {
		expect(may(['judged', 'asked'], { now: MONDAY_9 + hours * HOUR })).toEqual(what);
	});
});
