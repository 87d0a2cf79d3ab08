import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { formatInstant } from '../../nodes/domain/base/instant';
import { startHandoffClock } from '../../nodes/domain/sla/handoffClock';
import { parseCalendar } from '../../nodes/domain/time/calendar';
import { parseTarget } from '../../nodes/domain/time/target';
import { SlaTimer } from '../../nodes/SlaTimer/SlaTimer.node';
import { gateWithLedger } from '../support/gateLedger';
import { runNode, type Host } from '../support/runWorkflow';

const OFFICE = [['09:00', '17:00']];
/** A day and a half of working time to fix what is missing; the first word after half of it. */
const POLICY = {
	id: 'sales-to-delivery',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', email: 'sam@sales.example' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@delivery.example' }] },
	handOver: { when: { field: 'stage', equals: 'won' } },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	sla: {
		fix: {
			minutes: 720,
			milestones: [50, 100],
			escalateTo: [{ name: 'Lee', email: 'lee@sales.example' }],
		},
	},
	calendars: {
		sender: {
			timezone: 'UTC',
			weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
		},
	},
};
const READY = { id: 'D-1', name: 'Acme', amount: 5, stage: 'won' };
const POOR = { ...READY, amount: 0 };

const monday = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);
const tuesday = (time: string) => Date.parse(`2026-03-03T${time}:00Z`);
const at = (instant: number) => jest.setSystemTime(instant);

beforeEach(() => {
	jest.useFakeTimers({
		now: monday('09:00'),
		doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
	});
});
afterEach(() => jest.useRealTimers());

type Gate = ReturnType<typeof gateWithLedger>;

let executions = 0;
/** What a run of “Find What Is Due” puts out: the messages on each of its outputs. */
async function sweep(gate: Gate, mode: Host['mode'] = 'trigger') {
	const { tables } = gate;
	const ran = await runNode({
		node: new SlaTimer(),
		parameters: { operation: 'findDue', keepLedger: 'here' },
		items: [{}],
		host: { mode, executionId: `sweep ${(executions += 1)}`, tables },
	});
	expect(ran.error).toBeUndefined();
	const envelopes = (output: number): Handoff[] =>
		ran.records(output).map(({ handoff }) => handoffSchema.parse(handoff));
	const say = ({ message }: Handoff) =>
		`${message?.kind} to ${message?.to.map(({ name }) => name)}`;
	return {
		atRisk: envelopes(0).map(say),
		breached: envelopes(1).map(say),
		all: [0, 1].flatMap(envelopes),
	};
}
const rowsOf = ({ tables }: Gate) =>
	tables.table('handoff_ledger').rows.map(({ type, attempt }) => `${attempt} ${type}`);

const TOLD_HALF = { atRisk: ['reminder to Sales'], breached: [] };
const NOTHING = { atRisk: [], breached: [], all: [] };

describe('the clock of the sending team in the ledger', () => {
	it('starts when a record is not ready, and leaves with it', async () => {
		const gate = gateWithLedger(POLICY);
		const { handoff } = await gate.look([POOR]);

		expect(rowsOf(gate)).toEqual(['1 handoff.evaluated', '1 sla.started']);
		expect(handoff('Not Ready')).toMatchObject({
			event: { type: 'handoff.evaluated' },
			clock: { name: 'fix', side: 'sender', deadline: '2026-03-03T13:00:00.000Z' },
		});
	});

	it.each`
		without                | policy
		${'a time to fix'}     | ${{ ...POLICY, sla: {} }}
		${'hours of the team'} | ${{ ...POLICY, calendars: {} }}
	`('starts no clock where the policy is without $without', async ({ policy }) => {
		const gate = gateWithLedger(policy);
		const { handoff } = await gate.look([POOR]);

		expect(rowsOf(gate)).toEqual(['1 handoff.evaluated']);
		expect(handoff('Not Ready')).not.toHaveProperty('clock');
	});

	it('goes on when the record changes and is still not ready', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('12:00'));
		const { handoff } = await gate.look([{ ...POOR, amount: -1 }]);

		expect(rowsOf(gate)).toEqual(['1 handoff.evaluated', '1 sla.started', '2 handoff.evaluated']);
		expect(handoff('Not Ready').clock).toMatchObject({
			startedAt: formatInstant(monday('09:00')),
			elapsedMinutes: 180,
		});
	});

	it.each`
		when                | rows
		${monday('16:00')}  | ${['1 sla.met']}
		${tuesday('14:00')} | ${['1 sla.breached', '1 sla.stopped']}
	`('ends when the record comes ready: $rows', async ({ when, rows }) => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(when);
		const { handoff } = await gate.look([READY]);

		expect(rowsOf(gate).slice(2)).toEqual(['2 handoff.evaluated', ...rows]);
		expect(handoff('Ready')).not.toHaveProperty('clock');
		expect(handoff('Ready').event?.type).toBe('handoff.evaluated');
	});

	it('ends without being met when the record is not to be handed over any more', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('10:00'));
		const { handoff } = await gate.look([{ ...POOR, stage: 'lost' }]);

		expect(rowsOf(gate).slice(2)).toEqual(['1 handoff.withdrawn', '1 sla.stopped']);
		expect(handoff('Not Ready').message).toMatchObject({
			kind: 'withdrawn',
			to: [{ email: 'sam@sales.example' }],
		});
	});

	it('starts anew when a record is not ready once more', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('10:00'));
		await gate.look([READY]);
		at(monday('11:00'));
		const { handoff } = await gate.look([POOR]);

		expect(rowsOf(gate).slice(-2)).toEqual(['3 handoff.evaluated', '3 sla.started']);
		expect(handoff('Not Ready').clock?.startedAt).toBe(formatInstant(monday('11:00')));
	});

	it('leaves again with the clock that runs when n8n retries the execution, and starts no other', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('10:00'));
		const { handoff } = await gate.look([POOR], { host: { mode: 'retry' } });

		expect(rowsOf(gate)).toHaveLength(2);
		expect(handoff('Not Ready').clock?.startedAt).toBe(formatInstant(monday('09:00')));
	});

	it('is sealed after the row of the gate, and the next row after it', async () => {
		const gate = gateWithLedger(POLICY);
		const credentials = { handoffSealApi: { secretKey: 'k'.repeat(32), previousSecretKey: '' } };
		const { handoff } = await gate.look([POOR], { credentials });
		const rows = z
			.array(z.object({ seal: z.string(), previousSeal: z.string() }))
			.parse(gate.tables.table('handoff_ledger').rows);

		expect(rows[1]?.previousSeal).toBe(rows[0]?.seal);
		expect(handoff('Not Ready').seal).toBe(rows[1]?.seal);
	});
});

/** A ready record about which the receiving team is asked, with four hours to answer. */
async function asked(gate: Gate): Promise<Handoff> {
	const handoff = (await gate.look([READY])).handoff('Ready');
	const calendar = parseCalendar(POLICY.calendars.sender);
	const terms = { name: 'accept', side: 'receiver' as const, calendar };
	const target = parseTarget({ minutes: 240 });
	const { event } = startHandoffClock(handoff, { ...terms, target }, Date.now());
	await gate.store.write({ rows: event === undefined ? [] : [event], positions: [] });
	await gate.note(handoff, {
		type: 'handoff.requested',
		at: Date.now(),
		data: {
			...{
				round: 1,
				askedBy: 'accept',
				acceptancesNeeded: 1,
				receivers: ['dana@delivery.example'],
			},
			respondBy: formatInstant(monday('13:00')),
			closesAt: formatInstant(tuesday('13:00')),
		},
	});
	return handoff;
}

describe('the clock of the receiving team in the ledger', () => {
	it.each`
		what           | record                         | when               | rows
		${'changed'}   | ${{ ...READY, amount: 9 }}     | ${monday('12:00')} | ${['1 sla.stopped']}
		${'changed'}   | ${{ ...READY, amount: 9 }}     | ${monday('14:00')} | ${['1 sla.breached', '1 sla.stopped']}
		${'spoiled'}   | ${POOR}                        | ${monday('12:00')} | ${['1 sla.stopped', '2 sla.started']}
		${'withdrawn'} | ${{ ...READY, stage: 'lost' }} | ${monday('12:00')} | ${['1 sla.stopped']}
	`(
		'ends without being met with the question of a record that is $what',
		async ({ record, when, rows }) => {
			const gate = gateWithLedger(POLICY);
			await asked(gate);
			at(when);
			await gate.look([record]);

			expect(
				rowsOf(gate)
					.filter((row) => row.includes('sla.'))
					.slice(1),
			).toEqual(rows);
		},
	);

	it('is told of by nobody else while its question is out', async () => {
		const gate = gateWithLedger(POLICY);
		await asked(gate);
		at(monday('16:00'));

		expect(await sweep(gate)).toEqual(NOTHING);
	});
});

describe('Find What Is Due', () => {
	it('tells each milestone once, however many runs look at the same moment', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('14:59'));
		expect(await sweep(gate)).toEqual(NOTHING);
		at(monday('15:00'));
		const [one, other] = await Promise.all([sweep(gate), sweep(gate)]);

		expect([one, other].flatMap(({ atRisk }) => atRisk)).toEqual(TOLD_HALF.atRisk);
		expect(await sweep(gate)).toEqual(NOTHING);
		expect(rowsOf(gate).slice(2)).toEqual(['1 sla.milestoneReached']);
	});

	it('tells the breach to whom it escalates, and the position stays', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		const before = JSON.stringify(gate.tables.table('handoff_positions').rows);
		at(monday('15:00'));
		await sweep(gate);
		at(tuesday('13:00'));
		const { breached, all } = await sweep(gate);

		expect(breached).toEqual(['escalation to Lee']);
		expect(all[0]).toMatchObject({
			record: { title: 'Acme', id: 'D-1' },
			event: { type: 'sla.breached', recordId: 'D-1', senderMinutes: 720 },
			clock: { state: 'breached' },
		});
		expect(JSON.stringify(gate.tables.table('handoff_positions').rows)).toBe(before);
	});

	it('tells late and once what passed while n8n was down', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(tuesday('16:00'));

		expect(await sweep(gate)).toMatchObject({
			...TOLD_HALF,
			breached: ['escalation to Lee'],
		});
		expect(await sweep(gate)).toEqual(NOTHING);
	});

	it('tells nothing of a record that came ready', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('14:00'));
		await gate.look([READY]);
		at(tuesday('16:00'));

		expect(await sweep(gate)).toEqual(NOTHING);
	});

	it('tells the sender once that an exception ends soon', async () => {
		const gate = gateWithLedger({ ...POLICY, sla: {}, waivers: { allowed: ['amount'] } });
		const looked = await gate.look([POOR]);
		await gate.note(looked.handoff('Not Ready'), {
			...{ type: 'requirement.waived', at: monday('10:00'), actor: 'lee@sales.example' },
			data: {
				...{ requirementId: 'amount', reason: 'The order follows by post' },
				...{ approvedBy: 'lee@sales.example', expiresAt: '2026-03-06' },
				notice: {
					...{ at: '2026-03-03T17:00:00.000Z', label: 'Amount', title: 'Acme' },
					sender: { name: 'Sales', email: 'sam@sales.example' },
					...{ language: 'en', timezone: 'UTC' },
				},
			},
		});
		at(tuesday('16:59'));
		expect(await sweep(gate)).toEqual(NOTHING);
		at(tuesday('17:00'));
		const [one, other] = await Promise.all([sweep(gate), sweep(gate)]);

		expect([one, other].flatMap(({ atRisk }) => atRisk)).toEqual(['exception to Sales']);
		expect(await sweep(gate)).toEqual(NOTHING);
		expect(rowsOf(gate).slice(2)).toEqual(['1 waiver.ending']);
	});

	it('leaves to a later run what a run had claimed that died before it was recorded', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('15:00'));
		gate.tables.refuse = ({ name }) => (/^Add to handoff_ledger/.test(name) ? 'killed' : undefined);
		const died = await runNode({
			node: new SlaTimer(),
			parameters: { operation: 'findDue', keepLedger: 'here' },
			items: [{}],
			host: { mode: 'trigger', executionId: 'dead', tables: gate.tables },
		});
		expect(died.error?.message).toContain('killed');
		gate.tables.refuse = () => undefined;

		expect(await sweep(gate)).toEqual(NOTHING);
		at(monday('15:11'));
		expect(await sweep(gate)).toMatchObject(TOLD_HALF);
	});

	it('keeps what is tried out in the editor apart', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([POOR]);
		at(monday('15:00'));

		expect(await sweep(gate, 'manual')).toEqual(NOTHING);
		expect(await sweep(gate)).toMatchObject(TOLD_HALF);
	});

	it('asks the ledger a handful of times for hundreds of records', async () => {
		const gate = gateWithLedger(POLICY);
		const deals = Array.from({ length: 300 }, (_, place): IDataObject => ({
			...POOR,
			id: `${place}`,
		}));
		await gate.look(deals, { parameters: { mostAtOnce: 300 } });
		at(monday('15:00'));
		const before = gate.tables.ran.length;

		expect((await sweep(gate)).atRisk).toHaveLength(300);
		expect(gate.tables.ran.length - before).toBeLessThanOrEqual(10);
	});

	it.each`
		parameters                   | settings                                    | says
		${{ keepLedger: 'nowhere' }} | ${{}}                                       | ${'none is kept'}
		${{ keepLedger: 'here' }}    | ${{ type: 'n8n-nodes-handoff.testedTool' }} | ${'an agent may only ask'}
	`('refuses where $says', async ({ parameters, settings, says }) => {
		const ran = await runNode({
			node: new SlaTimer(),
			parameters: { operation: 'findDue', ...parameters },
			items: [{}],
			settings,
		});

		expect(ran.error?.message).toContain(says);
	});
});
