import { nextStep, nextStepKey, type Look } from '../../../nodes/domain/life/nextStep';
import { newPosition, type Position } from '../../../nodes/domain/life/position';
import type { Step } from '../../../nodes/domain/life/steps';

/** Monday 2026-03-02, when the handoff came to its step; its question closes on Tuesday at ten. */
const SINCE = '2026-03-02T10:00:00.000Z';
const CLOSES = '2026-03-03T10:00:00.000Z';
const DAYS = { Mon: '2026-03-02', Tue: '2026-03-03', Wed: '2026-03-04', Fri: '2026-03-06' };

/** `Mon 10:05` as an instant. */
function at(text: string): number {
	const [, day = '', time = ''] = /^(\w{3}) (\d\d:\d\d)$/.exec(text) ?? [];
	return Date.parse(`${DAYS[day as keyof typeof DAYS]}T${time}:00Z`);
}

const standsAt = (step: Step): Position =>
	step === 'new'
		? newPosition('handoff-1', 'policy')
		: {
				...newPosition('handoff-1', 'policy'),
				...{ step, attempt: 2, fingerprint: 'as shown', since: SINCE },
				closesAt: step === 'asked' ? CLOSES : '',
			};

const LOOKS: Record<string, Look> = {
	unchanged: { ready: true, fingerprint: 'as shown', toHandOver: true },
	incomplete: { ready: false, fingerprint: 'as shown', toHandOver: true },
	changed: { ready: true, fingerprint: 'edited', toHandOver: true },
	spoiled: { ready: false, fingerprint: 'edited', toHandOver: true },
	lost: { ready: true, fingerprint: 'as shown', toHandOver: false },
	retried: { ready: true, fingerprint: 'as shown', toHandOver: true, again: true },
	retriedAsker: {
		...{ ready: true, fingerprint: 'as shown', toHandOver: true },
		...{ again: true, askedBy: 'the asker' },
	},
	stillShort: { ready: false, fingerprint: 'as shown', toHandOver: true, again: true },
	readAgain: { ready: true, fingerprint: 'as shown', toHandOver: true, sinceAccepted: true },
};

/** As the ledger knows it. */
const askedByOne = (askedBy: string) => ({ ...standsAt('asked'), askedBy });

/** The next step in short: `ask 3, replaces 2`. */
function say(step: Step, look: string, now: string): string {
	const seen = LOOKS[look];
	if (seen === undefined) throw new Error(`no look ${look}`);
	const next = nextStep(standsAt(step), seen, at(now));
	if (next.do === 'nothing') {
		const again = next.lookAgainAt;
		return again === undefined ? next.why : `${next.why} until ${new Date(again).toUTCString()}`;
	}
	const replaces = 'replaces' in next ? `, replaces ${next.replaces}` : '';
	return `${next.do} ${next.attempt}${replaces}`;
}

describe('nextStep', () => {
	it.each`
		step            | look            | now            | next
		${'new'}        | ${'changed'}    | ${'Mon 10:00'} | ${'ask 1'}
		${'new'}        | ${'spoiled'}    | ${'Mon 10:00'} | ${'fix 1'}
		${'new'}        | ${'lost'}       | ${'Mon 10:00'} | ${'notToHandOver'}
		${'incomplete'} | ${'incomplete'} | ${'Fri 10:00'} | ${'withSender'}
		${'incomplete'} | ${'stillShort'} | ${'Mon 10:00'} | ${'fix 2'}
		${'incomplete'} | ${'spoiled'}    | ${'Mon 10:05'} | ${'fix 3'}
		${'incomplete'} | ${'unchanged'}  | ${'Mon 10:05'} | ${'ask 3'}
		${'incomplete'} | ${'lost'}       | ${'Mon 10:05'} | ${'withdraw 2'}
		${'ready'}      | ${'unchanged'}  | ${'Mon 10:05'} | ${'beingAsked until Mon, 02 Mar 2026 10:10:00 GMT'}
		${'ready'}      | ${'unchanged'}  | ${'Mon 10:10'} | ${'ask 2'}
		${'ready'}      | ${'retried'}    | ${'Mon 10:01'} | ${'ask 2'}
		${'ready'}      | ${'changed'}    | ${'Mon 10:01'} | ${'ask 3'}
		${'ready'}      | ${'incomplete'} | ${'Mon 10:01'} | ${'fix 3'}
		${'ready'}      | ${'lost'}       | ${'Mon 10:01'} | ${'withdraw 2'}
		${'asked'}      | ${'unchanged'}  | ${'Tue 10:30'} | ${'withReceiver until Tue, 03 Mar 2026 11:00:00 GMT'}
		${'asked'}      | ${'unchanged'}  | ${'Tue 11:00'} | ${'ask 2'}
		${'asked'}      | ${'changed'}    | ${'Mon 15:00'} | ${'ask 3, replaces 2'}
		${'asked'}      | ${'incomplete'} | ${'Mon 15:00'} | ${'fix 3, replaces 2'}
		${'asked'}      | ${'lost'}       | ${'Mon 15:00'} | ${'withdraw 2'}
		${'accepted'}   | ${'readAgain'}  | ${'Mon 10:00'} | ${'setUp 2'}
		${'accepted'}   | ${'unchanged'}  | ${'Mon 10:05'} | ${'beingSetUp until Mon, 02 Mar 2026 10:10:00 GMT'}
		${'accepted'}   | ${'unchanged'}  | ${'Mon 10:10'} | ${'setUp 2'}
		${'accepted'}   | ${'retried'}    | ${'Fri 10:00'} | ${'beingSetUp'}
		${'accepted'}   | ${'changed'}    | ${'Mon 10:00'} | ${'ask 3, replaces 2'}
		${'accepted'}   | ${'incomplete'} | ${'Mon 10:00'} | ${'fix 3, replaces 2'}
		${'accepted'}   | ${'lost'}       | ${'Mon 10:00'} | ${'withdraw 2'}
		${'returned'}   | ${'unchanged'}  | ${'Fri 10:00'} | ${'withSender'}
		${'returned'}   | ${'changed'}    | ${'Mon 10:05'} | ${'ask 3'}
		${'returned'}   | ${'spoiled'}    | ${'Mon 10:05'} | ${'fix 3'}
		${'returned'}   | ${'lost'}       | ${'Mon 10:05'} | ${'withdraw 2'}
		${'unanswered'} | ${'unchanged'}  | ${'Tue 09:00'} | ${'unanswered until Tue, 03 Mar 2026 10:00:00 GMT'}
		${'unanswered'} | ${'unchanged'}  | ${'Tue 10:00'} | ${'ask 3'}
		${'unanswered'} | ${'changed'}    | ${'Mon 10:05'} | ${'ask 3'}
		${'unanswered'} | ${'lost'}       | ${'Tue 10:05'} | ${'withdraw 2'}
		${'withdrawn'}  | ${'unchanged'}  | ${'Mon 10:05'} | ${'ask 3'}
		${'withdrawn'}  | ${'spoiled'}    | ${'Mon 10:05'} | ${'fix 3'}
		${'withdrawn'}  | ${'lost'}       | ${'Fri 10:05'} | ${'notToHandOver'}
		${'done'}       | ${'changed'}    | ${'Fri 10:00'} | ${'done'}
		${'done'}       | ${'lost'}       | ${'Fri 10:00'} | ${'done'}
	`('$step and $look on $now: $next', ({ step, look, now, next }) => {
		expect(say(step, look, now)).toBe(next);
	});

	it.each`
		asked                        | next         | because
		${standsAt('asked')}         | ${'nothing'} | ${'its position does not say who asked: the ledger does'}
		${askedByOne('the asker')}   | ${'ask'}     | ${'its links are of the execution that died'}
		${askedByOne('another one')} | ${'nothing'} | ${'another execution waits for the answer'}
		${askedByOne('')}            | ${'nothing'} | ${'nobody can tell who asked'}
	`('goes on with a question in a retry by $next, because $because', ({ asked, next }) => {
		const look = LOOKS.retriedAsker;
		if (look === undefined) throw new Error('no look');
		expect(nextStep(asked, look, at('Mon 15:00')).do).toBe(next);
	});
});

describe('the claim on the next step', () => {
	const keyOf = (step: Step, look: string, now = 'Wed 10:00') => {
		const [position, seen] = [standsAt(step), LOOKS[look]];
		if (seen === undefined) throw new Error(`no look ${look}`);
		return nextStepKey(position, nextStep(position, seen, at(now)));
	};

	it('is one for everything that leads on from an attempt, so that two of it never happen', () => {
		const keys = [
			...[keyOf('asked', 'changed'), keyOf('asked', 'lost'), keyOf('accepted', 'readAgain')],
			...[
				keyOf('accepted', 'spoiled'),
				keyOf('ready', 'changed'),
				keyOf('unanswered', 'unchanged'),
			],
		];

		expect(new Set(keys)).toEqual(new Set(['handoff-1:after:2']));
	});

	it('is another one when what was withdrawn comes back', () => {
		expect(keyOf('withdrawn', 'unchanged')).toBe('handoff-1:after:2:withdrawn');
	});

	it('is another one for asking again, so that what is accepted then is set up at once', () => {
		expect(keyOf('ready', 'unchanged')).toBe('handoff-1:again:2');
		expect(keyOf('asked', 'unchanged')).toBe('handoff-1:again:2');
		expect(keyOf('accepted', 'readAgain')).toBe('handoff-1:after:2');
	});
});
