import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import { recordForward } from '../../../nodes/domain/acceptance/forward';
import { recordVote } from '../../../nodes/domain/acceptance/vote';
import { fireMilestone } from '../../../nodes/domain/acceptance/milestones';
import { openLinks } from '../../../nodes/domain/acceptance/receivers';
import { nextRequestMilestone, remindedBy } from '../../../nodes/domain/acceptance/reminders';
import type { ReceiverPerson } from '../../../nodes/domain/handoff/receiverPerson';
import { startClock } from '../../../nodes/domain/time/clock';
import { readyHandoff } from '../../support/handoffs';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const week = (days: string[], hours: [string, string]) => ({
	timezone: 'UTC',
	weekly: Object.fromEntries(days.map((day) => [day, [hours]])),
	holidays: [],
	exceptions: {},
});
const TEAM = week(['mon', 'tue', 'wed', 'thu', 'fri'], ['09:00', '17:00']);
const CALENDARS = {
	receiver: TEAM,
	/** Out of office on Monday. */
	tuesdays: {
		...week(['tue', 'wed', 'thu', 'fri'], ['10:00', '14:00']),
		timezone: 'Europe/Lisbon',
	},
	/** Away for the whole week. */
	away: {
		...TEAM,
		exceptions: Object.fromEntries([2, 3, 4, 5, 6].map((day) => [`2026-03-0${day}`, []])),
	},
};

const DANA: ReceiverPerson = { name: 'Dana', email: 'dana@example.com' };
const ROBIN: ReceiverPerson = { name: 'Robin', email: 'robin@example.com', calendar: 'tuesdays' };
const KIM: ReceiverPerson = { name: 'Kim', email: 'kim@example.com', calendar: 'away' };

/** Asked on Mon at 9, eight hours to answer: half of it passes at 13, the deadline is at 17. */
function asked(people: ReceiverPerson[], more: { inTurn?: boolean } = {}) {
	const ready = readyHandoff();
	const handoff = { ...ready, agreed: { ...ready.agreed, calendars: CALENDARS } };
	const target = { minutes: 480, milestones: [50, 100, '+8h'], escalateTo: [] };
	const clock = startClock({ name: 'accept', target, calendar: TEAM, at: MONDAY_9 });
	return openRequest(handoff, {
		receivers: people,
		clock,
		round: 1,
		now: MONDAY_9,
		acceptancesNeeded: people.length,
		signLink: ({ email }) => `https://n8n.example/${email}`,
		...more,
	});
}

type Asked = ReturnType<typeof asked>;

/** Lets every milestone go off in turn: when it is due, and whom it reminds. */
function story(handoff: Asked, escalates = false): string[] {
	const milestone = nextRequestMilestone(handoff.request, escalates);
	if (milestone === undefined) return [];
	const told = remindedBy(milestone, handoff.request).map(({ name }) => name);
	const line = `${milestone.dueAt.slice(0, 16)} ${told.join(' and ') || 'nobody'}`;
	const fired = fireMilestone(handoff, milestone, Date.parse(milestone.dueAt));
	return [line, ...story(fired, escalates)];
}

const forward = (from: ReceiverPerson, to: ReceiverPerson) => ({
	by: { name: from.name, email: from.email, proof: 'signedLinkAndName' as const },
	to: { name: to.name, email: to.email },
	reason: 'Knows the client.',
	at: '2026-03-02T09:30:00.000Z',
});
const vote = ({ name, email }: ReceiverPerson) => ({
	kind: 'accepted' as const,
	by: { name, email, proof: 'signedLinkAndName' as const },
	at: '2026-03-02T10:00:00.000Z',
	checklist: [],
	reasons: [],
});
const sign = (email: string) => `https://n8n.example/${email}`;

describe('a reminder for somebody who does not work at that time', () => {
	it('waits until they work, while the others are reminded on time and the deadline stays', () => {
		const { request } = asked([DANA, ROBIN]);

		expect(request.respondBy).toBe('2026-03-02T17:00:00.000Z');
		expect(story(asked([DANA, ROBIN]))).toEqual([
			'2026-03-02T13:00 Dana',
			'2026-03-02T17:00 Dana',
			'2026-03-03T10:00 Robin',
			'2026-03-03T17:00 Dana and Robin',
		]);
	});

	it('is left out when they work only after the request has ended, which reminds everybody', () => {
		expect(story(asked([DANA, KIM]))).toEqual([
			'2026-03-02T13:00 Dana',
			'2026-03-02T17:00 Dana',
			'2026-03-03T17:00 Dana and Kim',
		]);
	});

	it('never goes out to nobody: what leaves without a message would not come back', () => {
		expect(story(asked([KIM]))).toEqual(['2026-03-03T17:00 Kim']);
		expect(story(asked([KIM]), true)).toEqual(['2026-03-02T17:00 nobody', '2026-03-03T17:00 Kim']);
	});

	it('goes to the colleague on time once it was handed on', () => {
		const handoff = recordForward(asked([ROBIN]), forward(ROBIN, DANA), sign);

		expect(story(handoff)).toEqual([
			'2026-03-02T13:00 Dana',
			'2026-03-02T17:00 Dana',
			'2026-03-03T17:00 Dana',
		]);
	});

	it('says in the ledger that it was late when n8n was down over it', () => {
		const handoff = asked([DANA]);
		const [first] = handoff.request.milestones;
		const rowAt = (at: string) => {
			if (first === undefined) throw new Error('there is no milestone');
			return JSON.parse(fireMilestone(handoff, first, Date.parse(at)).event?.data ?? '');
		};

		expect(rowAt('2026-03-02T13:01:00Z')).not.toHaveProperty('late');
		expect(rowAt('2026-03-02T15:00:00Z')).toMatchObject({
			late: true,
			dueAt: '2026-03-02T13:00:00.000Z',
		});
	});
});

describe('asking one after the other', () => {
	const names = (handoff: Asked) => openLinks(handoff.request).map(({ name }) => name);

	it('asks the next one when the one before has accepted', () => {
		const first = asked([DANA, ROBIN, KIM], { inTurn: true });
		expect(names(first)).toEqual(['Dana']);
		const second = recordVote(first, vote(DANA));
		expect(names(second)).toEqual(['Robin']);
		expect(names(recordVote(second, vote(ROBIN)))).toEqual(['Kim']);
	});

	it('gives the turn to whom it was handed on, and then goes on where it was', () => {
		const first = asked([DANA, ROBIN], { inTurn: true });
		const lee = { name: 'Lee', email: 'lee@example.com' };
		const handed = recordForward(first, forward(DANA, lee), sign);

		expect(names(handed)).toEqual(['Lee']);
		expect(names(recordVote(handed, vote(lee)))).toEqual(['Robin']);
	});

	it('reminds only the one whose turn it is', () => {
		expect(story(asked([DANA, { ...ROBIN, calendar: undefined }], { inTurn: true }))).toEqual([
			'2026-03-02T13:00 Dana',
			'2026-03-02T17:00 Dana',
			'2026-03-03T17:00 Dana',
		]);
	});
});
