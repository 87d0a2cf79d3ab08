import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { calendarsFor, calendarsSchema } from '../../../nodes/domain/time/calendars';
import { startClock } from '../../../nodes/domain/time/clock';
import { isToldAnew, reviseClock } from '../../../nodes/domain/time/reviseClock';
import { parseTarget } from '../../../nodes/domain/time/target';
import { onWeekdays } from './calendars';

const hours = (timezone: string) => ({ timezone, weekly: onWeekdays(['09:00', '17:00']) });
const byField = { field: 'properties.region', calendars: { EMEA: 'berlin', US: 'newYork' } };
const WRITTEN = {
	berlin: hours('Europe/Berlin'),
	newYork: hours('America/New_York'),
	receiver: { ...hours('Asia/Tokyo'), byField },
};
const CALENDARS = calendarsSchema.parse(WRITTEN);
const receiverFor = (region: unknown) =>
	calendarsFor(CALENDARS, { properties: { region } }).receiver;

describe('calendars that are chosen by a field of the record', () => {
	it.each`
		region       | timezone              | chosen
		${'EMEA'}    | ${'Europe/Berlin'}    | ${'EMEA'}
		${' us '}    | ${'America/New_York'} | ${'US'}
		${'APAC'}    | ${'Asia/Tokyo'}       | ${undefined}
		${''}        | ${'Asia/Tokyo'}       | ${undefined}
		${undefined} | ${'Asia/Tokyo'}       | ${undefined}
		${{ a: 1 }}  | ${'Asia/Tokyo'}       | ${undefined}
	`('$region works in $timezone', ({ region, timezone, chosen }) => {
		const receiver = receiverFor(region);

		expect([receiver?.timezone, receiver?.chosen]).toEqual([timezone, chosen]);
		expect(receiver).not.toHaveProperty('byField');
	});

	it('are one object for all records when none is chosen', () => {
		const plain = calendarsSchema.parse({ receiver: hours('Europe/Berlin') });

		expect(calendarsFor(plain, {})).toBe(plain);
	});

	it('name calendars that are there', () => {
		const without = { newYork: WRITTEN.newYork, receiver: WRITTEN.receiver };

		expect(calendarsSchema.safeParse(without).error?.issues[0]?.message).toBe(
			'“byField” of "receiver" names "berlin", which is none of the calendars',
		);
	});

	it('are chosen again by the same value when the policy changes', () => {
		const clock = startClock({
			name: 'accept',
			side: 'receiver',
			target: parseTarget({ minutes: 60 }),
			calendar: receiverFor('US') ?? parseCalendar(WRITTEN.berlin),
			at: Date.parse('2026-03-02T14:00:00Z'),
		});
		const now = Date.parse('2026-03-02T14:10:00Z');
		const later = { ...hours('America/New_York'), holidays: ['2026-03-02'] };
		const changed = reviseClock(
			clock,
			{ sla: {}, calendars: calendarsSchema.parse({ ...WRITTEN, newYork: later }) },
			now,
		);

		expect(reviseClock(clock, { sla: {}, calendars: CALENDARS }, now)).toBe(clock);
		expect(isToldAnew(clock, changed)).toBe(true);
		expect([clock.deadline, changed.deadline]).toEqual([
			'2026-03-02T15:00:00.000Z',
			'2026-03-03T15:00:00.000Z',
		]);
	});
});
