import { openHandoffs } from '../../../nodes/domain/insights/openHandoffs';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { fortnightRows, handoffRows, utc } from './handoffRows';

const NOW = utc('Tue 2026-03-10 12:00');

describe('openHandoffs', () => {
	const open = openHandoffs(readRows(fortnightRows()).rows, NOW);

	it('lists what nobody accepted, the most overdue first', () => {
		expect(open.map(({ handoffId }) => handoffId)).toEqual(['H7', 'H11', 'H10', 'H12']);
	});

	it.each`
		id       | state           | ballWith      | team          | since                     | waiting | dueAt                     | late
		${'H7'}  | ${'unanswered'} | ${'receiver'} | ${'Delivery'} | ${'Thu 2026-03-05 09:00'} | ${7380} | ${'Thu 2026-03-05 10:00'} | ${7320}
		${'H11'} | ${'asked'}      | ${'receiver'} | ${'Delivery'} | ${'Mon 2026-03-09 09:00'} | ${1620} | ${'Mon 2026-03-09 10:00'} | ${1560}
		${'H10'} | ${'returned'}   | ${'sender'}   | ${'Sales'}    | ${'Fri 2026-03-06 11:00'} | ${5820} | ${undefined}              | ${0}
		${'H12'} | ${'notReady'}   | ${'sender'}   | ${'Sales'}    | ${'Mon 2026-03-09 10:00'} | ${1560} | ${undefined}              | ${0}
	`(
		'$id is $state: $team has the ball for $waiting minutes',
		({ id, state, ballWith, team, since, waiting, dueAt, late }) => {
			const iso = (text: string) => new Date(utc(text)).toISOString();
			const found = open.find(({ handoffId }) => handoffId === id);
			expect(found).toMatchObject({
				state,
				ballWith,
				team,
				since: iso(since),
				waitingMinutes: waiting,
				late: late > 0,
				lateMinutes: late,
			});
			expect(found?.dueAt).toBe(dueAt && iso(dueAt));
		},
	);

	it('counts business time in the working hours of a policy at hand', () => {
		const weekday = [['09:00', '17:00']];
		const policy = parsePolicy({
			id: 'kick-off',
			record: { id: 'id' },
			requirements: [{ id: 'a', label: 'A', field: 'a', check: { kind: 'present' } }],
			calendars: {
				sender: {
					timezone: 'UTC',
					weekly: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
				},
			},
		});
		const found = openHandoffs(readRows(fortnightRows()).rows, NOW, { policies: [policy] });
		const minutes = Object.fromEntries(
			found.map(({ handoffId, businessMinutes }) => [handoffId, businessMinutes]),
		);
		// Fri 11:00-17:00, Mon 09:00-17:00, Tue 09:00-12:00; and Mon 10:00-17:00, Tue 09:00-12:00.
		expect(minutes).toEqual({ H7: undefined, H11: undefined, H10: 1020, H12: 600 });
	});

	it('names who was asked only when people may be named', () => {
		expect(JSON.stringify(open)).not.toContain('dana');
		const named = openHandoffs(readRows(fortnightRows()).rows, NOW, { people: true });
		expect(named[0]?.people).toEqual(['dana@example.com']);
	});

	it('takes the deadline of the clock that runs for the side with the ball', () => {
		const rows = handoffRows({ id: 'H1', began: 'Mon 2026-03-09 10:00' }, 'not:amount');
		const clock = (type: string, more: object = {}) => ({
			...rows[0],
			eventId: type,
			type,
			data: JSON.stringify({
				clock: 'fix',
				side: 'sender',
				deadline: '2026-03-10T09:00:00Z',
				...more,
			}),
		});
		const due = (...clocks: unknown[]) => openHandoffs(readRows([...rows, ...clocks]).rows, NOW)[0];
		expect(due(clock('sla.started'))).toMatchObject({
			dueAt: '2026-03-10T09:00:00.000Z',
			lateMinutes: 180,
		});
		const stopped = clock('sla.met', { stoppedAt: '2026-03-09T12:00:00Z' });
		expect(due(clock('sla.started'), stopped)?.dueAt).toBeUndefined();
	});

	it('has nothing to list when everything is accepted', () => {
		const rows = handoffRows({ id: 'H1', began: 'Mon 2026-03-09 10:00' }, 'ready, ask, accept 5');
		expect(openHandoffs(readRows(rows).rows, NOW)).toEqual([]);
	});
});
