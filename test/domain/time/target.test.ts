import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { parseMilestone } from '../../../nodes/domain/time/milestone';
import { startClock } from '../../../nodes/domain/time/clock';
import { parseTarget, targetFor, targetsFor } from '../../../nodes/domain/time/target';
import { officeIn } from './calendars';

const WRITTEN = {
	minutes: 480,
	byPriority: { field: 'properties.priority', minutes: { High: 120, '3': 960 } },
};

const problemOf = (read: () => unknown): HandoffProblem => {
	try {
		read();
	} catch (error) {
		if (error instanceof HandoffProblem) return error;
		throw error;
	}
	throw new Error('It was accepted');
};

describe('parseMilestone', () => {
	it.each([
		[50, '50', '50 % of the target'],
		['75 %', '75', '75 % of the target'],
		[100, '100', 'The deadline'],
		['+8h', '+8h', '8 business hours after the deadline'],
		['- 30 min', '-30m', '30 business minutes before the deadline'],
		['+1h 30m', '+1h30m', '1 business hour 30 business minutes after the deadline'],
		['+1 working day', '+1wd', '1 working day after the deadline'],
		['+2wd', '+2wd', '2 working days after the deadline'],
		['2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z', 'Fixed time 2026-03-02T09:00:00Z'],
	])('reads %s with the stable id %s', (written, id, label) => {
		expect(parseMilestone(written)).toMatchObject({ id, label });
	});

	it.each(['+1d', '1 day', '+2 days'])('refuses %s, which has two meanings', (written) => {
		const { message, remedy } = problemOf(() => parseMilestone(written));
		expect(message).toMatch(/can mean \d working days? or \d\d business hours/);
		expect(remedy).toMatch(/^Write "\+8h" for 8 hours of business time, or "\+\d working days?"/);
	});

	it.each(['soon', '', '+', 1001, -5, '2026-03-02T09:00:00'])('refuses %p', (written) => {
		expect(problemOf(() => parseMilestone(written)).remedy).toContain('share of the target');
	});
});

describe('parseTarget', () => {
	it('tells at half, at three quarters and at the deadline when nothing else is said', () => {
		expect(parseTarget({ minutes: 240 })).toEqual({
			minutes: 240,
			milestones: [50, 75, 100],
			escalateTo: [],
		});
	});

	it.each([
		[{ minutes: 0 }, 'sla.accept.minutes: must be more than 0'],
		[
			{ minutes: 1, byPriority: { field: 'p', minutes: { High: 1, low: 3, 'high ': 2 } } },
			'sla.accept.byPriority: "High" and "high " are one priority',
		],
		[{ minutes: '4h' }, 'sla.accept.minutes: must be a number, not text'],
		[{}, 'sla.accept: says neither “minutes” nor “workingDays”'],
		[
			{ minutes: 5, milestones: [50, '50%'] },
			'sla.accept.milestones: the milestone 50 is there twice',
		],
		[{ minutes: 5, milestones: [50, '+1d'] }, 'sla.accept.milestones[1]: "+1d" can mean'],
	])('refuses %j and says where', (value, message) => {
		expect(problemOf(() => parseTarget(value, 'sla.accept')).message).toContain(message);
	});
});

describe('targets that depend on the priority', () => {
	it.each([
		['High', 120, 'High'],
		[' high ', 120, 'High'],
		[3, 960, '3'],
		['low', 480, undefined],
		['', 480, undefined],
		[null, 480, undefined],
		[{ high: true }, 480, undefined],
	])('allow for the priority %j %d minutes', (priority, minutes, named) => {
		const target = targetFor(parseTarget(WRITTEN), { properties: { priority } });

		expect(target).toMatchObject({ minutes, milestones: [50, 75, 100] });
		expect(target.priority).toBe(named);
		expect(target).not.toHaveProperty('byPriority');
		expect(parseTarget(target)).toEqual(target);
	});

	it('are chosen for all targets of a policy, and the record may lack the field', () => {
		const targets = { accept: parseTarget(WRITTEN), fix: parseTarget({ minutes: 60 }) };

		expect(targetsFor(targets, { properties: { priority: 'high' } })).toMatchObject({
			accept: { minutes: 120 },
			fix: { minutes: 60 },
		});
		expect(targetsFor(targets, undefined).accept?.minutes).toBe(480);
	});

	it('say in the explanation which priority it was', () => {
		const clock = startClock({
			name: 'accept',
			target: targetFor(parseTarget(WRITTEN), { properties: { priority: 'high' } }),
			calendar: officeIn('Europe/Berlin'),
			at: Date.parse('2026-03-02T08:00:00Z'),
		});

		expect(clock.explanation[0]).toBe(
			'Starts Mon 2026-03-02 09:00 (Europe/Berlin) and allows 2 h of working time for the priority "High".',
		);
	});

	it.each([
		[{ field: 'a..b', minutes: {} }, 'sla.accept.byPriority.field: must be the path of a field'],
		[
			{ field: 'p', minutes: { high: 0 } },
			'sla.accept.byPriority.minutes.high: must be more than 0',
		],
		[{ field: 'p', minute: {} }, 'sla.accept.byPriority'],
	])('are refused as %j', (byPriority, message) => {
		const { message: said } = problemOf(() =>
			parseTarget({ minutes: 480, byPriority }, 'sla.accept'),
		);
		expect(said).toContain(message);
	});

	it('are not overlooked when the name is mistyped', () => {
		const { message } = problemOf(() => parseTarget({ minutes: 480, byPriorty: {} }, 'sla.accept'));
		expect(message).toContain('does not know the setting “byPriorty” (did you mean “byPriority”?)');
	});
});
