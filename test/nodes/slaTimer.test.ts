import { NodeHelpers, Workflow, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { handoffSchema } from '../../nodes/domain/handoff/envelope';
import { SlaTimer } from '../../nodes/SlaTimer/SlaTimer.node';
import { officeIn } from '../domain/time/calendars';
import { runNode, type NodeRun } from '../support/runWorkflow';

const MONDAY_FOUR = '2026-03-02T16:00:00+01:00';
const TUESDAY_TEN = '2026-03-03T10:00:00+01:00';
const TUESDAY_NOON = '2026-03-03T12:00:00+01:00';

const handoff = handoffSchema.parse({
	schema: 1,
	id: 'a'.repeat(32),
	attempt: 1,
	record: { system: 'crm', type: 'deal', id: 'D-7', title: 'Acme roll-out', url: '' },
	sender: { team: 'Sales', name: 'Sam', email: 'sam@sales.example' },
	receiver: { team: 'Delivery', people: [{ name: 'Robin', email: 'robin@delivery.example' }] },
	policy: { id: 'kick-off', name: 'Kick-off', version: '1', digest: 'd' },
	ballWith: 'receiver',
	turns: [{ with: 'receiver', from: '2026-03-02T15:00:00.000Z' }],
	agreed: {
		acceptance: {},
		sla: {
			accept: {
				minutes: 240,
				milestones: [50, 100, '+8h'],
				escalateTo: [{ name: 'Lee', email: 'lee@delivery.example' }],
			},
			fix: { minutes: 960, milestones: [100] },
		},
		calendars: { receiver: officeIn('Europe/Berlin'), sender: officeIn('America/New_York') },
		packet: [],
		fields: [],
	},
});

const run = (parameters: INodeParameters, ...items: IDataObject[]): Promise<NodeRun> =>
	runNode({ node: new SlaTimer(), parameters, items });

const deal = (value: object = handoff): IDataObject => ({ deal: 'D-7', handoff: { ...value } });

/** What one item carries now, as the next node would read it. */
function handoffOf(record: IDataObject | undefined) {
	return handoffSchema.parse(record?.handoff);
}

async function started(): Promise<IDataObject> {
	const { records } = await run({ operation: 'startClock', at: MONDAY_FOUR }, deal());
	const [record] = records(0);
	if (!record) throw new Error('nothing started');
	return record;
}

const check = async (at: string, record?: IDataObject, options: INodeParameters = {}) =>
	run({ operation: 'checkClock', at, options }, record ?? (await started()));

const counts = ({ records }: NodeRun): number[] =>
	[0, 1, 2, 3].map((index) => records(index).length);

describe('the outputs', () => {
	it.each`
		operation        | names
		${'startClock'}  | ${['Started']}
		${'checkClock'}  | ${['On Track', 'At Risk', 'Breached', 'Stopped']}
		${'passTheBall'} | ${['Passed']}
		${'stopClock'}   | ${['Met', 'Breached']}
	`('of $operation are $names', ({ operation, names }) => {
		const node = {
			id: 'timer',
			name: 'SLA Timer',
			type: 'n8n-nodes-handoff.slaTimer',
			typeVersion: 1,
			position: [0, 0] satisfies [number, number],
			parameters: { operation },
		};
		const find = () => new SlaTimer();
		const nodeTypes = { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const outputs = NodeHelpers.getNodeOutputs(workflow, node, find().description);

		expect(
			outputs.map((output) => (typeof output === 'string' ? output : output.displayName)),
		).toEqual(names);
	});
});

describe('Start Clock', () => {
	it('starts what the policy agrees, leaves the record alone and gives a ledger row', async () => {
		const result = await run({ operation: 'startClock', at: MONDAY_FOUR }, deal());

		expect(counts(result)).toEqual([1, 0, 0, 0]);
		expect(result.records(0)[0]).toMatchObject({ deal: 'D-7' });
		const { clock, event } = handoffOf(result.records(0)[0]);
		expect(clock).toMatchObject({
			name: 'accept',
			side: 'receiver',
			state: 'running',
			deadline: '2026-03-03T11:00:00.000Z',
		});
		expect(clock?.explanation.at(-1)).toBe('So it is due Tue 2026-03-03 12:00 (Europe/Berlin).');
		expect(event).toMatchObject({ type: 'sla.started', at: '2026-03-02T15:00:00.000Z' });
	});

	it("counts the sender's working hours for the sender's clock", async () => {
		const parameters = { operation: 'startClock', side: 'sender', targetName: 'fix' };
		const result = await run({ ...parameters, at: MONDAY_FOUR }, deal());

		expect(handoffOf(result.records(0)[0]).clock).toMatchObject({
			side: 'sender',
			deadline: '2026-03-04T15:00:00.000Z',
		});
	});

	it('takes hours, milestones and working hours from the form', async () => {
		const result = await run(
			{
				operation: 'startClock',
				at: MONDAY_FOUR,
				targetFrom: 'node',
				hours: 2.5,
				milestones: '80%, +1 working day',
				calendarFrom: 'form',
				timezone: 'Europe/Berlin',
				workingDays: ['mon', 'tue'],
				workingHours: '9:00 - 12:00, 15:00-17:00',
				holidays: '2026-03-03',
			},
			deal(),
		);

		expect(handoffOf(result.records(0)[0]).clock).toMatchObject({
			deadline: '2026-03-09T09:30:00.000Z',
			milestones: [
				{ id: '80', dueAt: '2026-03-09T09:00:00.000Z' },
				{ id: '100', dueAt: '2026-03-09T09:30:00.000Z' },
				{ id: '+1wd', dueAt: '2026-03-10T09:30:00.000Z' },
			],
		});
	});

	it.each`
		came                           | cutOff     | due                           | why
		${'2026-03-02T14:00:00+01:00'} | ${''}      | ${'2026-03-04T16:00:00.000Z'} | ${'Mon to the end of Wed'}
		${'2026-03-02T14:00:00+01:00'} | ${'9:30'}  | ${'2026-03-05T16:00:00.000Z'} | ${'Mon after the cut-off: Thu'}
		${'2026-03-06T16:00:00+01:00'} | ${'15:00'} | ${'2026-03-11T16:00:00.000Z'} | ${'Fri after the cut-off: Wed'}
	`('takes 2 working days from the form: $why', async ({ came, cutOff, due }) => {
		const form = { targetFrom: 'node', allowedIn: 'days', days: 2, cutOff };
		const result = await run({ operation: 'startClock', at: came, ...form }, deal());

		expect(handoffOf(result.records(0)[0]).clock).toMatchObject({ deadline: due });
	});

	it.each`
		word          | hours                       | due                           | why
		${'make-up'}  | ${'make-up = mon'}          | ${'2026-03-07T15:00:00.000Z'} | ${'Sat by the hours of a Monday'}
		${'half day'} | ${'half day = 9:00-12:00'}  | ${'2026-03-09T12:00:00.000Z'} | ${'three hours of Sat, the rest on Mon'}
		${'make-up'}  | ${'half day = 9:00-12:00;'} | ${'2026-03-09T15:00:00.000Z'} | ${'nothing of Sat'}
	`('works on a Saturday that the feed opens: $why', async ({ word, hours, due }) => {
		const event = `BEGIN:VEVENT\r\nSUMMARY:A ${word}\r\nDTSTART;VALUE=DATE:20260307\r\nEND:VEVENT`;
		const form = {
			...{ operation: 'startClock', calendarFrom: 'form', timezone: 'Europe/Berlin' },
			...{ targetFrom: 'node', hours: 8, workingHours: '9:00-17:00', holidayFeedOpen: hours },
			holidayFeed: `BEGIN:VCALENDAR\r\n${event}\r\nEND:VCALENDAR`,
		};
		const result = await run({ ...form, at: '2026-03-06T16:00:00+01:00' }, deal());

		expect(handoffOf(result.records(0)[0]).clock).toMatchObject({ deadline: due });
	});

	it.each`
		region        | due                           | chosen
		${'America'}  | ${'2026-03-02T21:00:00.000Z'} | ${'America'}
		${' america'} | ${'2026-03-02T21:00:00.000Z'} | ${'America'}
		${'Asia'}     | ${'2026-03-03T13:00:00.000Z'} | ${undefined}
	`('counts by the hours of the region $region', async ({ region, due, chosen }) => {
		const form = {
			...{ operation: 'startClock', clockOf: 'record', calendarFrom: 'form', hours: 6 },
			...{ timezone: 'Europe/Berlin', hoursBy: '={{ $json.region }}' },
			otherHours: {
				hours: [{ value: 'America', timezone: 'America/New_York', workingHours: '9:00-18:00' }],
			},
		};
		const { records } = await run({ ...form, at: MONDAY_FOUR }, { region });

		expect(records(0)[0]?.clock).toMatchObject({ deadline: due });
		expect(records(0)[0]?.clock).toMatchObject({ calendar: chosen ? { chosen } : {} });
	});

	it('takes holidays from a feed, without what is left out', async () => {
		const holiday = (name: string, date: string) =>
			`BEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${date}\r\nEND:VEVENT\r\n`;
		const feed = `BEGIN:VCALENDAR\r\n${holiday('Founding day', '20260303')}${holiday('Carnival', '20260304')}END:VCALENDAR`;
		const form = { calendarFrom: 'form', timezone: 'Europe/Berlin', workingHours: '9:00-17:00' };
		const result = await run(
			{
				...{ operation: 'startClock', at: MONDAY_FOUR, ...form },
				...{ holidayFeed: '={{ $json.feed }}', holidayFeedExcept: 'carnival' },
			},
			{ ...deal(), feed },
		);

		expect(handoffOf(result.records(0)[0]).clock).toMatchObject({
			deadline: '2026-03-04T11:00:00.000Z',
			calendar: {
				holidays: [{ date: '2026-03-03', name: 'Founding day' }],
				feed: { until: '2026-03-03' },
			},
		});
	});

	it('times a plain record that has no envelope, from one of its fields', async () => {
		const result = await run(
			{
				operation: 'startClock',
				clockOf: 'record',
				at: '={{ $json.createdAt }}',
				calendarFrom: 'json',
				calendar: JSON.stringify(officeIn('Asia/Kolkata')),
			},
			{ ticket: 1, createdAt: '2026-03-02T09:00:00+05:30' },
			{ ticket: 2, createdAt: '2026-03-07T09:00:00+05:30' },
		);

		expect(result.records(0)).toMatchObject([
			{ ticket: 1, clock: { deadline: '2026-03-02T11:30:00.000Z' } },
			{ ticket: 2, clock: { deadline: '2026-03-09T11:30:00.000Z' } },
		]);
	});

	it('starts now when nothing else is said', async () => {
		const before = Date.now();
		const result = await run({ operation: 'startClock' }, deal());

		const startedAt = Date.parse(handoffOf(result.records(0)[0]).clock?.startedAt ?? '');
		expect(startedAt).toBeGreaterThanOrEqual(before);
		expect(startedAt).toBeLessThanOrEqual(Date.now());
	});
});

describe('Check Clock', () => {
	it.each`
		at                             | state         | lanes           | milestones
		${MONDAY_FOUR}                 | ${'running'}  | ${[1, 0, 0, 0]} | ${[undefined]}
		${TUESDAY_TEN}                 | ${'running'}  | ${[0, 1, 0, 0]} | ${['50']}
		${TUESDAY_NOON}                | ${'breached'} | ${[0, 0, 2, 0]} | ${['50', '100']}
		${'2026-03-20T12:00:00+01:00'} | ${'breached'} | ${[0, 0, 3, 0]} | ${['50', '100', '+8h']}
	`(
		'at $at tells $milestones, once each and in order',
		async ({ at, state, lanes, milestones }) => {
			const result = await check(at);

			expect(counts(result)).toEqual(lanes);
			const items = [0, 1, 2, 3].flatMap((index) => result.records(index)).map(handoffOf);
			expect(items.map(({ clock }) => clock?.reached?.id)).toEqual(milestones);
			expect(items.every(({ clock }) => clock?.state === state)).toBe(true);
			for (const item of items) {
				const again = await check(at, deal(item));
				const told = [0, 1, 2, 3].flatMap((index) => again.records(index)).map(handoffOf);
				expect(told.map(({ clock }) => clock?.reached)).toEqual([undefined]);
			}
		},
	);

	it('says when a milestone was due and when it is told, in the row and in the message', async () => {
		const result = await check(TUESDAY_NOON);
		const [half, breach] = result.records(2).map(handoffOf);

		expect(half?.clock?.reached).toEqual({
			id: '50',
			label: '50 % of the target',
			dueAt: '2026-03-03T09:00:00.000Z',
			actualAt: '2026-03-03T11:00:00.000Z',
		});
		expect(half?.event).toMatchObject({
			type: 'sla.milestoneReached',
			at: '2026-03-03T09:00:00.000Z',
		});
		expect(half?.message).toMatchObject({
			kind: 'reminder',
			to: [{ name: 'Robin', email: 'robin@delivery.example' }],
		});
		expect(breach?.event).toMatchObject({ type: 'sla.breached', at: '2026-03-03T11:00:00.000Z' });
		expect(breach?.message?.to).toEqual([{ name: 'Lee', email: 'lee@delivery.example' }]);
		expect(breach?.message?.text).toContain('Counts Tue 3 Mar 2026, 09:00 to 12:00: 3 h.');
	});

	it('writes the same row when two sweeps notice the same milestone', async () => {
		const [first, second] = await Promise.all([check(TUESDAY_TEN), check(TUESDAY_NOON)]);

		expect(handoffOf(first.records(1)[0]).event?.eventId).toBe(
			handoffOf(second.records(2)[0]).event?.eventId,
		);
	});

	it('leaves out clocks without news when only news are wanted', async () => {
		const quiet = await check(MONDAY_FOUR, undefined, { onlyNews: true });
		const news = await check(TUESDAY_TEN, undefined, { onlyNews: true });

		expect(counts(quiet)).toEqual([0, 0, 0, 0]);
		expect(counts(news)).toEqual([0, 1, 0, 0]);
	});

	it('sends a stopped clock to Stopped', async () => {
		const stopped = await run({ operation: 'stopClock', at: TUESDAY_TEN }, await started());
		const [record] = stopped.records(0);
		const result = await check('2026-03-20T12:00:00+01:00', record);

		expect(counts(result)).toEqual([0, 0, 0, 1]);
		expect(handoffOf(result.records(3)[0]).clock?.reached?.id).toBe('50');
	});

	it('checks the clock of a plain record', async () => {
		const start = { operation: 'startClock', clockOf: 'record', calendarFrom: 'form' };
		const form = { timezone: 'Europe/Berlin', workingHours: '09:00-17:00', hours: 4 };
		const first = await run({ ...start, ...form, at: MONDAY_FOUR }, { ticket: 1 });
		const parameters = { operation: 'checkClock', clockOf: 'record', at: TUESDAY_TEN };
		const result = await run(parameters, ...first.records(0));

		expect(counts(result)).toEqual([0, 1, 0, 0]);
		expect(result.records(1)[0]).toMatchObject({ ticket: 1, clock: { reached: { id: '50' } } });
	});
});

describe('a policy that has changed', () => {
	const policyInForce = JSON.stringify({
		id: 'kick-off',
		sla: { accept: { minutes: 120, milestones: [100] } },
		calendars: { receiver: officeIn('Europe/Berlin') },
	});

	it('counts for new handoffs only, unless clocks are recomputed by it', async () => {
		const result = await check(MONDAY_FOUR);

		const [told] = result.records(0).map(handoffOf);
		expect(told?.clock).toMatchObject({ deadline: '2026-03-03T11:00:00.000Z' });
		expect(told?.clock?.revisions).toBeUndefined();
	});

	it('recomputes an open clock once and says what that changed', async () => {
		const options = { policyInForce, onlyNews: true };
		const result = await check('2026-03-02T16:30:00+01:00', undefined, options);

		expect(counts(result)).toEqual([1, 0, 0, 0]);
		const [told] = result.records(0).map(handoffOf);
		expect(told?.clock).toMatchObject({
			deadline: '2026-03-03T09:00:00.000Z',
			elapsedMinutes: 30,
			revisions: [
				{
					at: '2026-03-02T15:30:00.000Z',
					minutes: { before: 240, after: 120 },
					deadline: { before: '2026-03-03T11:00:00.000Z', after: '2026-03-03T09:00:00.000Z' },
					calendarChanged: false,
				},
			],
		});
		expect(told?.clock?.explanation).toContain(
			'Agreed anew Mon 2026-03-02 16:30: 2 h instead of 4 h of working time; it was due Tue 2026-03-03 12:00 before.',
		);
		const again = await check('2026-03-02T16:40:00+01:00', result.records(0)[0], options);
		expect(counts(again)).toEqual([0, 0, 0, 0]);
	});

	it.each([
		['with an offset', '2026-03-02T16:15:00+01:00'],
		['as the picker writes it, in the zone of the workflow', '2026-03-02T10:15:00'],
		['as a date of n8n', '={{ DateTime.fromISO("2026-03-02T16:15:00+01:00") }}'],
	])('keeps what was agreed before a change %s, and says once what differs', async (_, changed) => {
		const options = {
			policyInForce,
			policyCountsFor: 'newHandoffs',
			policyChangedAt: changed,
			onlyNews: true,
		};
		const result = await check('2026-03-02T16:30:00+01:00', undefined, options);

		const [told] = result.records(0).map(handoffOf);
		expect(told?.clock).toMatchObject({
			deadline: '2026-03-03T11:00:00.000Z',
			notApplied: {
				minutes: { before: 240, after: 120 },
				deadline: { before: '2026-03-03T11:00:00.000Z', after: '2026-03-03T09:00:00.000Z' },
			},
		});
		expect(told?.clock?.revisions).toBeUndefined();
		const again = await check('2026-03-02T16:40:00+01:00', result.records(0)[0], options);
		expect(counts(again)).toEqual([0, 0, 0, 0]);
	});

	it('writes the change down with its difference, and tells the side concerned', async () => {
		const at = '2026-03-02T16:30:00+01:00';
		const [result, twin] = [
			await check(at, undefined, { policyInForce }),
			await check('2026-03-02T16:31:00+01:00', undefined, { policyInForce }),
		];

		const [told] = result.records(0).map(handoffOf);
		expect(told?.event).toMatchObject({ type: 'sla.revised', at: '2026-03-02T15:30:00.000Z' });
		expect(JSON.parse(told?.event?.data ?? '')).toMatchObject({
			clock: 'accept',
			revision: {
				minutes: { before: 240, after: 120 },
				deadline: { before: '2026-03-03T11:00:00.000Z', after: '2026-03-03T09:00:00.000Z' },
			},
		});
		expect(told?.message).toMatchObject({
			to: [{ email: 'robin@delivery.example' }],
			subject: 'Agreed anew: “Acme roll-out” (accept)',
		});
		expect(told?.message?.text).toContain('Tue 3 March 2026, 10:00 (Europe/Berlin)');
		expect(twin.records(0).map(handoffOf)[0]?.event?.eventId).toBe(told?.event?.eventId);
	});

	it('leaves a stopped clock as it was', async () => {
		const stopped = await run({ operation: 'stopClock', at: TUESDAY_NOON }, await started());
		const result = await check('2026-03-04T10:00:00+01:00', stopped.records(0)[0], {
			policyInForce,
		});

		expect(handoffOf(result.records(3)[0]).clock).toMatchObject({
			state: 'met',
			deadline: '2026-03-03T11:00:00.000Z',
		});
	});
});

describe('Pass the Ball', () => {
	const pass = (to: string, at: string, record: IDataObject) =>
		run({ operation: 'passTheBall', to, at }, record);

	it("pauses the receiver's clock, starts the sender's, and back", async () => {
		const returned = await pass('sender', TUESDAY_TEN, await started());
		const [atSender] = returned.records(0);
		expect(handoffOf(atSender)).toMatchObject({
			ballWith: 'sender',
			turns: [{ with: 'receiver', to: '2026-03-03T09:00:00.000Z' }, { with: 'sender' }],
			clock: { name: 'fix', side: 'sender', state: 'running', others: [{ state: 'paused' }] },
			event: { type: 'sla.passed', receiverMinutes: 120, senderMinutes: 0 },
		});

		const fixed = await pass('receiver', '2026-03-04T16:00:00+01:00', atSender ?? {});
		expect(handoffOf(fixed.records(0)[0])).toMatchObject({
			ballWith: 'receiver',
			clock: {
				name: 'accept',
				side: 'receiver',
				state: 'running',
				elapsedMinutes: 120,
				deadline: '2026-03-05T09:00:00.000Z',
				others: [{ name: 'fix', state: 'paused', elapsedMinutes: 540 }],
			},
		});
	});

	it("tells what the paused clock passed before, beside the other side's running clock", async () => {
		const returned = await pass('sender', '2026-03-03T10:30:00+01:00', await started());
		const [atSender] = returned.records(0);
		const result = await check('2026-03-03T11:00:00+01:00', atSender);

		expect(counts(result)).toEqual([1, 0, 0, 0]);
		const told = handoffOf(result.records(0)[0]);
		expect(told.clock).toMatchObject({ name: 'fix', reached: { id: '50' } });
		expect(JSON.parse(told.event?.data ?? '')).toMatchObject({ clock: 'accept', side: 'receiver' });
		const again = await check('2026-03-03T11:00:00+01:00', deal(told));
		expect(handoffOf(again.records(0)[0]).clock?.reached).toBeUndefined();
	});

	it('pauses the clock and starts none when nobody has the ball', async () => {
		const result = await pass('nobody', TUESDAY_TEN, await started());

		expect(counts(result)).toEqual([1, 0, 0, 0]);
		expect(handoffOf(result.records(0)[0])).toMatchObject({
			ballWith: 'nobody',
			clock: { name: 'accept', state: 'paused', elapsedMinutes: 120 },
		});
	});

	it('changes nothing when the side has the ball already', async () => {
		const record = await started();
		const result = await pass('receiver', TUESDAY_TEN, record);

		expect(handoffOf(result.records(0)[0]).clock).toMatchObject({ state: 'running', pauses: [] });
		expect(handoffOf(result.records(0)[0]).turns).toEqual(handoff.turns);
	});
});

describe('several targets at once', () => {
	const startFix = (record: IDataObject) =>
		run({ operation: 'startClock', targetName: 'fix', at: TUESDAY_TEN }, record);

	it('run beside each other, and one check tells the milestones of all in order', async () => {
		const both = await startFix(await started());
		const [record] = both.records(0);
		expect(handoffOf(record).clock).toMatchObject({ name: 'fix', others: [{ name: 'accept' }] });

		const result = await check('2026-03-05T12:00:00+01:00', record);
		const told = result.records(2).map(handoffOf);
		expect(counts(result)).toEqual([0, 0, 4, 0]);
		expect(told.map(({ event }) => [event?.type, event?.at])).toEqual([
			['sla.milestoneReached', '2026-03-03T09:00:00.000Z'],
			['sla.breached', '2026-03-03T11:00:00.000Z'],
			['sla.milestoneReached', '2026-03-04T11:00:00.000Z'],
			['sla.breached', '2026-03-05T09:00:00.000Z'],
		]);
	});

	it('says when to look again: at the next milestone of any of them', async () => {
		const both = await startFix(await started());
		const result = await check('2026-03-03T10:30:00+01:00', both.records(0)[0]);

		const [told] = result.records(1).map(handoffOf);
		expect(told?.clock?.others?.[0]?.nextAt).toBe('2026-03-03T11:00:00.000Z');
		expect(told?.clock?.nextAt).toBe('2026-03-03T11:00:00.000Z');
	});

	it('stop by name, and the others go on', async () => {
		const both = await startFix(await started());
		const stopped = await run(
			{ operation: 'stopClock', stopTarget: 'accept', at: TUESDAY_TEN },
			...both.records(0),
		);

		expect(counts(stopped)).toEqual([1, 0, 0, 0]);
		const [record] = stopped.records(0);
		expect(handoffOf(record).clock).toMatchObject({
			name: 'accept',
			state: 'met',
			others: [{ name: 'fix', state: 'running' }],
		});
		expect(counts(await check('2026-03-20T12:00:00+01:00', record))).toEqual([0, 0, 2, 0]);
	});
});

describe('Stop Clock', () => {
	it.each`
		at                             | lanes           | state         | type
		${TUESDAY_TEN}                 | ${[1, 0, 0, 0]} | ${'met'}      | ${'sla.met'}
		${TUESDAY_NOON}                | ${[1, 0, 0, 0]} | ${'met'}      | ${'sla.met'}
		${'2026-03-03T12:01:00+01:00'} | ${[0, 1, 0, 0]} | ${'breached'} | ${'sla.breached'}
	`('at $at the clock is $state', async ({ at, lanes, state, type }) => {
		const result = await run({ operation: 'stopClock', at }, await started());

		expect(counts(result)).toEqual(lanes);
		const stopped = handoffOf([...result.records(0), ...result.records(1)][0]);
		expect(stopped.clock?.state).toBe(state);
		expect(stopped.event?.type).toBe(type);
	});

	it('gives a late stop the same row as the check that noticed the breach', async () => {
		const checked = await check(TUESDAY_NOON);
		const stopped = await run(
			{ operation: 'stopClock', at: '2026-03-04T12:00:00+01:00' },
			await started(),
		);

		expect(handoffOf(stopped.records(1)[0]).event?.eventId).toBe(
			handoffOf(checked.records(2)[1]).event?.eventId,
		);
	});
});

describe('mistakes', () => {
	it.each([
		[
			'no envelope',
			{ operation: 'checkClock' },
			{ deal: 1 },
			'There is no handoff to time',
			'Readiness Gate',
		],
		[
			'no clock',
			{ operation: 'checkClock' },
			deal(),
			'There is no clock to look at: none was started for “Acme roll-out”',
			'Start Clock',
		],
		[
			'a target that the policy does not have',
			{ operation: 'startClock', targetName: 'reply' },
			deal(),
			'agrees no target “reply” (it has: accept, fix)',
			'Add sla.reply to the policy',
		],
		[
			'a clock that was not started',
			{ operation: 'stopClock', stopTarget: 'reply' },
			deal({ ...handoff, clock: undefined }),
			'There is no clock to look at',
			'Start Clock',
		],
		[
			'a policy in force that cannot be read',
			{ operation: 'checkClock', options: { policyInForce: '{"sla": {"accept": {}}}' } },
			deal(),
			'Policy in Force.sla.accept: says neither “minutes” nor “workingDays”',
			'Give minutes of business time, such as 480, or working days, such as 2.',
		],
		[
			'working days that are none',
			{ operation: 'startClock', targetFrom: 'node', allowedIn: 'days', days: 1.5 },
			deal(),
			'“Allowed Working Days” cannot be used: 1.5 is not a number of working days',
			'1 is the end of the next working day',
		],
		[
			'a cut-off that is no time of day',
			{
				...{ operation: 'startClock', targetFrom: 'node', allowedIn: 'days' },
				cutOff: 'three in the afternoon',
			},
			deal(),
			'“Cut-Off” cannot be read: "three in the afternoon" is not a time of day',
			'Write it as HH:MM',
		],
		[
			'a policy for new handoffs that does not say since when',
			{ operation: 'checkClock', options: { policyInForce: '{}', policyCountsFor: 'newHandoffs' } },
			deal(),
			'“Policy Changed At” is empty',
			'Enter since when the policy in force holds',
		],
		[
			'a bad zone',
			{ operation: 'startClock', calendarFrom: 'form', timezone: 'Europe/Berlinn' },
			deal(),
			'Working hours.timezone: "Europe/Berlinn" is not a time zone',
			'Use an IANA name such as Europe/Berlin.',
		],
		[
			'hours that cannot be read',
			{ operation: 'startClock', calendarFrom: 'form', workingHours: 'nine to five' },
			deal(),
			'“Hours” cannot be read: "nine to five"',
			'09:00-17:00',
		],
		[
			'a word of the feed without hours',
			{
				...{ operation: 'startClock', calendarFrom: 'form', holidayFeed: 'BEGIN:VCALENDAR' },
				...{ timezone: 'Etc/UTC', holidayFeedOpen: 'half day' },
			},
			deal(),
			'“Work on Days of the Feed” cannot be read: "half day"',
			'make-up day = mon; half day = 09:00-12:00',
		],
		[
			'other hours in a zone that is none',
			{
				...{ operation: 'startClock', calendarFrom: 'form', timezone: 'Etc/UTC' },
				otherHours: { hours: [{ value: 'London', timezone: 'BST' }] },
			},
			deal(),
			'“Other Hours” for “London”: Working hours.timezone',
			'Europe/London',
		],
		[
			'a feed that is none',
			{ operation: 'startClock', calendarFrom: 'form', timezone: 'Etc/UTC', holidayFeed: '<html>' },
			deal(),
			'Working hours.holidaysIcs: The holidays are not an iCalendar text',
			'Give the content of an .ics file',
		],
		[
			'a calendar that is not JSON',
			{ operation: 'startClock', calendarFrom: 'json', calendar: '{' },
			deal(),
			'“Calendar” is not JSON',
			'quotes, commas and brackets',
		],
		[
			'a day that has two meanings',
			{ operation: 'startClock', targetFrom: 'node', milestones: '50, +1d' },
			deal(),
			'Target.milestones[1]: "+1d" can mean 1 working day or 24 business hours',
			'Write "+8h" for 8 hours of business time, or "+1 working day".',
		],
		[
			'a time without an offset',
			{ operation: 'startClock', at: '2026-03-02 16:00' },
			deal(),
			'“Time” is not a point in time: "2026-03-02 16:00"',
			'ISO 8601',
		],
	])(
		'%s stops the node and says how to mend it',
		async (_, parameters, record, message, remedy) => {
			const { error, output } = await run(parameters, record);

			expect(error?.message).toContain(message);
			expect(error?.description).toContain(remedy);
			expect(output(0)).toEqual([]);
		},
	);

	it('puts a failed item where people look, with the error on it, and the others through', async () => {
		const result = await runNode({
			node: new SlaTimer(),
			parameters: { operation: 'checkClock', at: MONDAY_FOUR },
			items: [{ deal: 1 }, await started()],
			onError: 'continueRegularOutput',
		});

		expect(counts(result)).toEqual([1, 1, 0, 0]);
		expect(result.records(1)[0]).toMatchObject({
			deal: 1,
			error: { message: expect.stringContaining('There is no handoff to time') },
		});
	});
});
