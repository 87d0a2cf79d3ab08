import { answerSchema, type Answer } from '../../nodes/domain/gate/answer';
import { formatInstant } from '../../nodes/domain/base/instant';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import type { LedgerStep } from '../../nodes/domain/ledger/writeRow';
import { gateWithLedger, LANES, type Looked } from '../support/gateLedger';

const POLICY = {
	id: 'sales-to-delivery',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@delivery.example' }] },
	handOver: { when: { field: 'stage', equals: 'won' } },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
		{
			...{ id: 'goals', label: 'Goals', field: 'goals', check: { kind: 'present' } },
			severity: 'warning',
		},
	],
};
const DEAL = { id: 'D-1', name: 'Acme', amount: 5, goals: 'More calls', stage: 'won' };
const MONDAY = Date.parse('2026-03-02T09:00:00Z');
const HOUR = 3_600_000;

/** Only the clock is ours: n8n's own timers run on. */
beforeEach(() => {
	jest.useFakeTimers({ now: MONDAY, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
});
afterEach(() => jest.useRealTimers());

const answersIn = ({ lanes }: Looked): Answer[] =>
	LANES.flatMap((lane) => lanes[lane]).map(({ handoff }) =>
		answerSchema.strict().parse(Object(handoff).answer),
	);

async function answerTo(
	gate: ReturnType<typeof gateWithLedger>,
	record: object,
	keepLedger = 'here',
): Promise<Answer> {
	const parameters = { addAnswer: true, keepLedger };
	const [answer] = answersIn(await gate.look([{ ...record }], { parameters }));
	if (answer === undefined) throw new Error('nothing left the gate');
	return answer;
}

const round = { round: 1, askedBy: 'accept' };
const decided = { ...round, by: 'Dana', checklist: [], votes: [] };
type Without<Step> = Step extends unknown ? Omit<Step, 'at'> : never;
const REQUESTED: Without<LedgerStep> = {
	type: 'handoff.requested',
	data: {
		...{ ...round, acceptancesNeeded: 1, receivers: ['dana@delivery.example'] },
		...{ respondBy: '2026-03-02T13:00:00.000Z', closesAt: '2026-03-02T17:00:00.000Z' },
	},
};
const AFTER: Array<[string, Answer['status'], Array<Without<LedgerStep>>]> = [
	['it has been found', 'ready', []],
	['the team has been asked', 'asked', [REQUESTED]],
	['the team returned it', 'returned', [REQUESTED, { type: 'handoff.returned', data: decided }]],
	[
		'nobody answered',
		'noDecision',
		[
			REQUESTED,
			{
				type: 'handoff.unanswered',
				data: { ...round, requestedAt: formatInstant(MONDAY), firedMilestones: [] },
			},
		],
	],
	['it was accepted', 'accepted', [REQUESTED, { type: 'handoff.accepted', data: decided }]],
	['it is set up', 'done', [{ type: 'handoff.done', data: { url: 'https://tasks.example/1' } }]],
];

describe('the answer of Readiness Gate to the system that sent a record', () => {
	it('is given only where it is asked for', async () => {
		const gate = gateWithLedger(POLICY);
		const { lanes } = await gate.look([DEAL]);

		expect(lanes.Ready[0]?.handoff).not.toHaveProperty('answer');
	});

	it('tells of a record that lacks something what was seen and what is expected', async () => {
		const answer = await answerTo(gateWithLedger(POLICY), { ...DEAL, amount: '0', goals: null });

		expect(answer).toMatchObject({
			...{ status: 'notReady', ready: false, nothingNew: false, recordId: 'D-1', attempt: 1 },
			missing: 'Amount; Goals',
			findings: [
				{
					requirementId: 'amount',
					seen: '0',
					expected: 'a number at least 1',
					severity: 'blocker',
				},
				{ requirementId: 'goals', seen: '', shortfall: 'is missing', severity: 'warning' },
			],
		});
	});

	it('tells the same again of a record that has not changed, and that nothing is new', async () => {
		const gate = gateWithLedger(POLICY);
		const poor = { ...DEAL, amount: 0 };
		const first = await answerTo(gate, poor);

		expect(await answerTo(gate, poor)).toEqual({ ...first, nothingNew: true });
	});

	it.each(AFTER)('says of an unchanged record, after %s: %s', async (_what, status, steps) => {
		const gate = gateWithLedger(POLICY);
		const looked = await gate.look([DEAL]);
		const handoff: Handoff = looked.handoff('Ready');
		for (const step of steps) {
			jest.setSystemTime(Date.now() + HOUR / 60);
			await gate.note(handoff, { ...step, at: Date.now() });
		}

		expect(await answerTo(gate, DEAL)).toMatchObject({
			...{ status, ready: true, nothingNew: true, attempt: 1, handoffId: handoff.id },
			findings: [],
		});
	});

	it('says that a record is withdrawn which is not to be handed over any more, once', async () => {
		const gate = gateWithLedger(POLICY);
		await gate.look([DEAL]);
		const lost = { ...DEAL, stage: 'lost' };

		expect(await answerTo(gate, lost)).toMatchObject({ status: 'withdrawn', nothingNew: false });
		expect(await answerTo(gate, lost)).toMatchObject({ status: 'notToHandOver', nothingNew: true });
	});

	it('says of one that never was to be handed over that it is not', async () => {
		const answer = await answerTo(gateWithLedger(POLICY), { ...DEAL, stage: 'open' });

		expect(answer).toMatchObject({ status: 'notToHandOver', nothingNew: true, attempt: 0 });
	});

	it('says “busy” to one of two requests at the same time', async () => {
		const gate = gateWithLedger(POLICY);
		const both = await Promise.all([answerTo(gate, DEAL), answerTo(gate, DEAL)]);

		expect(both.map(({ status }) => status).sort()).toEqual(['busy', 'ready']);
	});

	it('tells from when on sending it again may do something', async () => {
		const gate = gateWithLedger(POLICY);
		const looked = await gate.look([DEAL]);
		await gate.note(looked.handoff('Ready'), { ...REQUESTED, at: MONDAY });

		expect(await answerTo(gate, DEAL)).toHaveProperty('lookAgainAt', '2026-03-02T18:00:00.000Z');
	});

	it('counts an exception of the ledger also when nothing is new', async () => {
		const gate = gateWithLedger({
			...POLICY,
			waivers: { allowed: ['amount'], approvers: ['head@sales.example'] },
		});
		const poor = { ...DEAL, amount: 0 };
		const looked = await gate.look([poor]);
		await gate.note(looked.handoff('Not Ready'), {
			type: 'requirement.waived',
			at: MONDAY,
			data: {
				...{ requirementId: 'amount', reason: 'The order follows by post' },
				...{ approvedBy: 'head@sales.example', expiresAt: '2026-04-01T00:00:00.000Z' },
			},
		});
		const told = { status: 'ready', ready: true, missing: '', findings: [] };

		expect(await answerTo(gate, poor)).toMatchObject({ ...told, nothingNew: false });
		expect(await answerTo(gate, poor)).toMatchObject({ ...told, nothingNew: true });
	});

	it('writes that an exception is over when it judges after its end, and asks for it again', async () => {
		const gate = gateWithLedger({ ...POLICY, waivers: { allowed: ['amount'] } });
		const poor = { ...DEAL, amount: 0 };
		const looked = await gate.look([poor]);
		await gate.note(looked.handoff('Not Ready'), {
			...{ type: 'requirement.waived', at: MONDAY + 1 },
			data: {
				...{ requirementId: 'amount', reason: 'The order follows by post' },
				...{ approvedBy: 'head@sales.example', expiresAt: '2026-03-03' },
			},
		});
		await gate.look([poor]);
		jest.setSystemTime(MONDAY + 48 * 3_600_000);
		await gate.look([poor]);

		const types = gate.tables.table('handoff_ledger').rows.map(({ type }) => type);
		expect(types.filter((type) => type === 'waiver.expired')).toHaveLength(1);
		expect(types.slice(-2)).toEqual(['waiver.expired', 'handoff.evaluated']);
	});

	it('is the verdict alone where no ledger is kept', async () => {
		const gate = gateWithLedger(POLICY);

		expect(await answerTo(gate, DEAL, 'nowhere')).toMatchObject({ status: 'ready', attempt: 1 });
		expect(await answerTo(gate, { ...DEAL, amount: 0 }, 'nowhere')).toMatchObject({
			...{ status: 'notReady', missing: 'Amount' },
		});
	});

	it.each([
		['an object', { deal: 1 }],
		['a list of several', ['D-1', 'D-2']],
		['a truth value', true],
		['blanks', '  '],
	])('does not take %s for the id of a record', async (_what, id) => {
		const answer = await answerTo(gateWithLedger(POLICY), { ...DEAL, id });

		expect(answer).toMatchObject({ status: 'notReady', recordId: '' });
		expect(answer.findings[0]).toMatchObject({ requirementId: 'record.id', severity: 'blocker' });
	});

	it.each([
		['a number', 17, '17'],
		['a list of one', ['D-1'], 'D-1'],
		['a field object', { value: 'D-1' }, 'D-1'],
	])('takes %s for the id of a record', async (_what, id, recordId) => {
		const answer = await answerTo(gateWithLedger(POLICY), { ...DEAL, id });

		expect(answer).toMatchObject({ status: 'ready', recordId });
	});
});
