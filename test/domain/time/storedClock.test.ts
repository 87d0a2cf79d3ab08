import { startClock } from '../../../nodes/domain/time/clock';
import { isStoredClock } from '../../../nodes/domain/time/storedClock';
import { parseTarget } from '../../../nodes/domain/time/target';
import { officeIn } from './calendars';

const clock = startClock({
	name: 'accept',
	target: parseTarget({ minutes: 240 }),
	calendar: officeIn('Europe/Berlin'),
	at: Date.parse('2026-03-02T08:00:00Z'),
});
const stored: unknown = JSON.parse(JSON.stringify(clock));

describe('isStoredClock', () => {
	it('knows a clock that went through JSON', () => {
		expect(isStoredClock(stored)).toBe(true);
		expect(isStoredClock({ ...clock, others: [stored] })).toBe(true);
	});

	it.each([
		{ name: 7 },
		{ side: 'nobody' },
		{ startedAt: undefined },
		{ stoppedAt: null },
		{ target: { minutes: '240', milestones: [], escalateTo: [] } },
		{ target: { minutes: -1, milestones: [], escalateTo: [] } },
		{ target: { minutes: 240, milestones: [{}], escalateTo: [] } },
		{ target: { minutes: 240, milestones: [50], escalateTo: ['lee'] } },
		{ calendar: 'office' },
		{ pauses: [{ to: '2026-03-02T08:00:00Z' }] },
		{ milestones: [{ id: 50, dueAt: '' }] },
		{ milestones: undefined },
		{ explanation: 'because' },
		{ others: [{}] },
		{ others: {} },
		{ reached: 'half' },
		{ revisions: [{ at: 'once' }] },
	])('does not take one with %j', (change) => {
		expect(isStoredClock({ ...clock, ...change })).toBe(false);
	});

	it.each([undefined, null, 'clock', []])('does not take %j', (value) => {
		expect(isStoredClock(value)).toBe(false);
	});
});
