import { handoffSchema } from '../../../nodes/domain/handoff/envelope';
import { startClock } from '../../../nodes/domain/time/clock';
import { clockAlert } from '../../../nodes/domain/sla/clockAlert';
import { parseTarget } from '../../../nodes/domain/time/target';
import { localOf, officeIn } from '../time/calendars';

const person = (name: string, timezone?: string) => ({
	name,
	email: `${name.toLowerCase()}@delivery.example`,
	...(timezone === undefined ? {} : { timezone }),
});

function deadlinesIn(people: object[], side: 'sender' | 'receiver') {
	const clock = startClock({
		name: 'accept',
		side,
		target: parseTarget({ minutes: 240 }),
		calendar: officeIn('Europe/Berlin'),
		at: Date.parse(localOf('Europe/Berlin').instant('Mon 2026-03-02 16:00')),
	});
	const handoff = handoffSchema.parse({
		schema: 1,
		id: 'a'.repeat(32),
		attempt: 1,
		record: { system: 'crm', type: 'deal', id: 'D-7', title: 'Acme roll-out', url: '' },
		sender: { team: 'Sales' },
		receiver: { team: 'Delivery', people },
		policy: { id: 'kick-off', name: 'Kick-off', version: '1', digest: 'd' },
		ballWith: side,
		turns: [],
		agreed: { acceptance: {}, sla: {}, calendars: {}, packet: [], fields: [] },
	});
	const milestone = { id: '50', label: '50 %', dueAt: clock.startedAt, actualAt: clock.startedAt };
	const { blocks } = clockAlert(handoff, { clock, milestone });
	return blocks
		.flatMap((block) => (block.kind === 'facts' ? block.facts : []))
		.filter(({ label }) => label.startsWith('Deadline'));
}

const IN_BERLIN = { label: 'Deadline', value: 'Tue 3 March 2026, 12:00 (Europe/Berlin)' };

describe('an alert', () => {
	it('says the deadline in the zone of the calendar, and once in each zone of the receivers', () => {
		const people = [
			person('Robin', 'America/New_York'),
			person('Kim', 'America/New_York'),
			person('Alex', 'Europe/Berlin'),
			person('Sam'),
		];
		expect(deadlinesIn(people, 'receiver')).toEqual([
			IN_BERLIN,
			{
				label: 'Deadline in America/New_York',
				value: 'Tue 3 March 2026, 06:00 (America/New_York)',
			},
		]);
	});

	it('says nothing of the zones of receivers while the sender has the ball', () => {
		expect(deadlinesIn([person('Robin', 'Asia/Tokyo')], 'sender')).toEqual([IN_BERLIN]);
	});
});
