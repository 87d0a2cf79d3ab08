import { parse, stringify } from 'flatted';
import type { IDataObject, IRun, IRunExecutionData } from 'n8n-workflow';
import { answerVisit } from '../../nodes/domain/acceptance/answerVisit';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { writeRow } from '../../nodes/domain/ledger/writeRow';
import { startHandoffClock } from '../../nodes/domain/sla/handoffClock';
import { parseCalendar } from '../../nodes/domain/time/calendar';
import { parseTarget } from '../../nodes/domain/time/target';
import { HandoffAccept } from '../../nodes/HandoffAccept/HandoffAccept.node';
import { requestStateSchema, type RequestState } from '../../nodes/HandoffAccept/requestState';
import { everyDay } from '../domain/time/calendars';
import { readyHandoff } from '../support/handoffs';
import { memoryLedger, type MemoryLedger } from '../support/memoryLedger';
import { buildWorkflow, execute, nodeOf, startData, type Host } from '../support/runWorkflow';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const HOUR = 60 * 60 * 1000;
const ACCEPT = 'Handoff Accept';
const LANES = ['notify', 'accepted', 'returned'];

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
const DANA = { name: 'Dana Delivery', email: 'dana@example.com' };
const ROBIN = { name: 'Robin Delivery', email: 'robin@example.com' };
const both = readyHandoff({
	receiver: { team: 'Delivery', people: [DANA, ROBIN] },
	sender: { team: 'Sales', name: 'Sam', email: 'sam@example.com' },
});

interface Situation {
	handoff?: Handoff;
	parameters?: Record<string, string | number>;
	mode?: Host['mode'];
}

interface Flow {
	run: IRun;
	/** Submits a form as this person, as the page does: to decide, or to answer a question. */
	submit(email: string, fields: Record<string, string>, question?: number): Promise<void>;
	/** Lets the timer go off that the execution waits for, so many milliseconds late. */
	timer(lateBy?: number): Promise<void>;
	/** Runs what the database holds of this execution once more, as the button “Retry” does. */
	retry(): Promise<void>;
	/** Retries an execution that failed, which goes on with the node that did. */
	retryFailed(): Promise<void>;
	/** The envelopes on one output, over all runs. */
	output(index: number): Handoff[];
	/** What was told, as `kind -> address`. */
	told(): string[];
}

/** Source -> Handoff Accept, its Notify through a channel that passes on what it gets, and back. */
async function startFlow(
	ledger: MemoryLedger,
	{ handoff = both, parameters = {}, mode: started = 'trigger' }: Situation = {},
): Promise<Flow> {
	const items = [{ amount: 12000, handoff: JSON.parse(JSON.stringify(handoff)) }];
	const kept = { keepLedger: 'workflow', ledgerWorkflow: 'ledger', ...parameters };
	const workflow = buildWorkflow(
		{ node: new HandoffAccept(), parameters: kept, items },
		{
			nodes: ['Channel', 'Accepted', 'Returned', 'No Decision'].map((name) => nodeOf(name, 'sink')),
			connections: {
				Source: { main: [to(ACCEPT)] },
				[ACCEPT]: { main: [to('Channel'), to('Accepted'), to('Returned'), to('No Decision')] },
				Channel: { main: [to(ACCEPT)] },
			},
		},
	);
	const callWorkflow = (item: IDataObject) => ledger.answer(item);
	const go = async (data: IRunExecutionData, mode = started) =>
		await execute(workflow, data, {}, { mode, callWorkflow });
	const first = startData(workflow, { items });
	const begun = stored(first);
	let before = begun;
	let run = await go(first);
	const output = (index: number): Handoff[] =>
		(run.data.resultData.runData[ACCEPT] ?? []).flatMap((task) =>
			(task.data?.main?.[index] ?? []).map(({ json }) => JSON.parse(JSON.stringify(json)).handoff),
		);
	return {
		get run() {
			return run;
		},
		submit: async (email, fields, question) => {
			const data = stored(run.data);
			const request = stateIn(data);
			const { questions } = request.handoff.request;
			const { answer, page } = answerVisit(
				{
					request,
					query: {
						...{ to: email, round: String(request.handoff.request.round) },
						...(question !== undefined && { answer: questions[question]?.id }),
					},
					form: {
						body: { ...fields, round: String(request.handoff.request.round) },
						key: undefined,
					},
					sign: (parameters) =>
						`https://n8n.example/?${new URLSearchParams(parameters).toString()}`,
				},
				Date.now(),
			);
			if (answer === undefined) throw new Error(`the form was refused: ${page.status}`);
			const [entry] = data.executionData?.nodeExecutionStack ?? [];
			if (entry === undefined) throw new Error('nobody waits');
			const leaving = answer.envelopes.map((handoff) => ({ json: { handoff: { ...handoff } } }));
			entry.data.main = LANES.map((lane) => (lane === answer.leavesBy ? leaving : []));
			entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
			before = stored(run.data);
			run = await go(data);
		},
		timer: async (lateBy = 0) => {
			if (run.waitTill === undefined || run.waitTill === null) throw new Error('nobody waits');
			jest.setSystemTime(run.waitTill.getTime() + lateBy);
			before = stored(run.data);
			run = await go(stored(run.data));
		},
		retry: async () => {
			run = await go(stored(before), 'retry');
		},
		retryFailed: async () => {
			const data = stored(run.data);
			// As n8n does it: the failed run is taken back.
			data.resultData.runData[ACCEPT]?.pop();
			delete data.resultData.error;
			run = await go(data, 'retry');
		},
		output,
		told: () =>
			output(0).map(
				({ message }) => `${message?.kind} -> ${message?.to.map(({ email }) => email)}`,
			),
	};
}

const stored = (data: IRunExecutionData): IRunExecutionData => parse(stringify(data));

function stateIn(data: IRunExecutionData): RequestState {
	const context: Record<string, IDataObject> = data.executionData?.contextData ?? {};
	return requestStateSchema.parse(context[`node:${ACCEPT}`]?.request);
}

const TEST_RUN: Situation = { mode: 'manual' };
const ASKING = { decision: 'ask', name: 'Dana D.', question: 'Who signs?' };
const FORWARDING = { decision: 'forward', name: 'Dana D.' };
const ACCEPTING = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };
const typesIn = (ledger: MemoryLedger) => ledger.rows().map(({ type }) => type.split('.')[1]);
const evaluated = (attempt: number, digest: string) => {
	const handoff = { ...both, attempt };
	const data = { digest, passes: true, ready: true, mode: 'enforce' as const, score: 100 };
	const lists = { open: [], checked: [], waived: [] };
	return writeRow(handoff, {
		type: 'handoff.evaluated',
		at: Date.now(),
		data: { ...data, ...lists },
	});
};
const withdrawn = () => writeRow(both, { type: 'handoff.withdrawn', at: Date.now(), data: {} });
const add = (ledger: MemoryLedger, ...rows: Array<ReturnType<typeof evaluated>>) =>
	ledger.answer({ call: 'write', rows: rows.map((row) => ({ ...row })), positions: [] });

beforeEach(() => {
	jest.useFakeTimers({ now: MONDAY_9, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
});
afterEach(() => jest.useRealTimers());

describe('Handoff Accept with the ledger', () => {
	it('writes that it asks, and where the handoff stands, before anything leaves', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);

		expect(typesIn(ledger)).toEqual(['started', 'requested']);
		expect(ledger.positions.get(both.id)).toMatchObject({ step: 'asked', attempt: 1 });
		expect(flow.told()).toEqual(['request -> dana@example.com', 'request -> robin@example.com']);
	});

	it('asks nobody when the ledger cannot be written', async () => {
		const ledger = memoryLedger();
		ledger.refuses = 'the database is full';
		const flow = await startFlow(ledger);

		expect(flow.run.status).toBe('error');
		expect(flow.run.data.resultData.error?.message).toContain('the database is full');
		expect(flow.output(0)).toEqual([]);
	});

	it('asks once when the same handoff arrives in two executions at once', async () => {
		const ledger = memoryLedger();
		const flows = await Promise.all([startFlow(ledger), startFlow(ledger)]);

		expect(flows.map(({ run }) => run.status).sort()).toEqual(['success', 'waiting']);
		expect(flows.flatMap(({ told }) => told())).toHaveLength(2);
		expect(typesIn(ledger)).toEqual(['started', 'requested']);
	});

	it('records a decision before it leaves; who decided has a receipt, the sender is told', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		const leftBefore: number[] = [];
		ledger.onWrite = () => leftBefore.push(flow.output(1).length);
		await flow.submit(DANA.email, ACCEPTING);

		expect(flow.told().slice(2)).toEqual(['receipt -> dana@example.com']);
		expect(flow.output(0).at(-1)).not.toHaveProperty('outcome');
		expect(leftBefore).toEqual([0]);
		expect(typesIn(ledger)).toEqual(['started', 'requested', 'accepted', 'met']);
		expect(flow.output(1)).toMatchObject([
			{ outcome: 'accepted', decision: { by: DANA_DECIDES }, message: { to: [{ name: 'Sam' }] } },
		]);
		expect(ledger.positions.get(both.id)).toMatchObject({ step: 'accepted' });
	});

	it('returns with the reasons, recorded first', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		const [reason] = both.agreed.acceptance.returnReasons;
		const fields = { [`reason.${reason?.code}`]: 'on', [`note.${reason?.code}`]: 'See call' };
		await flow.submit(ROBIN.email, { decision: 'return', name: 'Robin', ...fields });

		expect(typesIn(ledger)).toEqual(['started', 'requested', 'returned', 'met']);
		expect(flow.output(2)).toMatchObject([{ outcome: 'returned', ballWith: 'sender' }]);
	});

	it('counts voters from the ledger, also one that the execution has forgotten', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger, { parameters: { acceptedWhen: 'all' } });
		const asRead = flow.run.data;
		await flow.submit(DANA.email, ACCEPTING);
		expect(flow.run.status).toBe('waiting');
		// n8n goes on from what it had read when the second form came in, before the first was taken.
		flow.run.data = asRead;
		await flow.submit(ROBIN.email, { ...ACCEPTING, name: 'Robin' });

		expect(typesIn(ledger)).toEqual(['started', 'requested', 'voted', 'accepted', 'met']);
		expect(flow.output(1)).toMatchObject([{ request: { votes: [{ by: DANA_DECIDES }] } }]);
	});

	it('keeps in the ledger to whom the question was handed on, who then decides', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		const colleague = { colleagueName: 'Kim', colleagueEmail: 'kim@example.com' };
		const forwardReason = 'Kim plans the shop.';
		await flow.submit(DANA.email, { ...FORWARDING, ...colleague, forwardReason });
		expect(flow.told().slice(2)).toEqual(['request -> kim@example.com']);
		await flow.submit('kim@example.com', { ...ACCEPTING, name: 'Kim' });

		expect(typesIn(ledger)).toEqual(['started', 'requested', 'forwarded', 'accepted', 'met']);
		expect(flow.output(1)).toMatchObject([{ decision: { by: { email: 'kim@example.com' } } }]);
	});

	it('keeps a question and its answer, and moves the deadline by the time in between', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger, { handoff: withHours });
		jest.setSystemTime(MONDAY_9 + 2 * HOUR);
		await flow.submit(DANA.email, ASKING);

		expect(flow.told().slice(2)).toEqual(['question -> sam@example.com']);
		expect(typesIn(ledger)).toEqual(['started', 'requested', 'asked']);
		expect(ledger.positions.get(both.id)).toMatchObject({
			...{ step: 'asked', closesAt: '2026-03-02T21:00:00.000Z' },
		});
		jest.setSystemTime(MONDAY_9 + 3 * HOUR);
		await flow.submit('sam@example.com', { answer: 'Ada.' }, 0);

		expect(flow.told().slice(3)).toEqual([
			...['answer -> dana@example.com', 'answer -> robin@example.com'],
		]);
		const answered = ledger.rows().at(-1);
		expect(answered).toMatchObject({ type: 'question.answered', senderMinutes: 60 });
		expect(answered?.receiverMinutes).toBe(120);
		expect(JSON.parse(answered?.data ?? '')).toMatchObject({
			...{ text: 'Ada.', respondBy: '2026-03-02T18:00:00.000Z' },
		});
		await flow.submit(DANA.email, ACCEPTING);
		expect(flow.output(1)).toMatchObject([
			{ request: { questions: [{ text: 'Who signs?', answer: { text: 'Ada.' } }] } },
		]);
		expect(typesIn(ledger).slice(-2)).toEqual(['accepted', 'met']);
	});

	it('counts an answer after the first deadline, within the one that it moved to, as in time', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger, { handoff: withHours });
		await flow.submit(DANA.email, ASKING);
		jest.setSystemTime(MONDAY_9 + 2 * HOUR);
		await flow.submit('sam@example.com', { answer: 'Ada.' }, 0);
		jest.setSystemTime(MONDAY_9 + 9 * HOUR);
		await flow.submit(DANA.email, ACCEPTING);

		expect(typesIn(ledger).slice(-2)).toEqual(['accepted', 'met']);
	});

	it('reminds who is to answer, then tells that no answer came, and goes on reminding', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger, { handoff: withHours });
		await flow.submit(DANA.email, ASKING);
		await flow.timer();
		await flow.timer();
		await flow.timer();

		expect(flow.told().slice(2)).toEqual([
			...['question -> sam@example.com', 'question -> sam@example.com'],
			...['answer -> dana@example.com', 'answer -> robin@example.com'],
			...['reminder -> dana@example.com', 'reminder -> robin@example.com'],
		]);
		expect(ledger.rows().map(({ type }) => type)).toEqual([
			...['sla.started', 'handoff.requested', 'question.asked', 'question.reminded'],
			...['question.unanswered', 'handoff.reminded'],
		]);
		while (flow.run.status === 'waiting') await flow.timer();
		expect(flow.output(3)).toMatchObject([{ outcome: 'noDecision' }]);
	});

	it('refuses a fourth question that was sent while the execution had forgotten three', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger, { handoff: withHours });
		const asRead = flow.run.data;
		for (const question of ['One?', 'Two?', 'Three?']) {
			await flow.submit(DANA.email, { ...ASKING, question });
		}
		flow.run.data = asRead;
		await flow.submit(ROBIN.email, { ...ASKING, question: 'Four?' });

		expect(typesIn(ledger).filter((type) => type === 'asked')).toHaveLength(3);
		expect(flow.told().at(-1)).toBe('notCounted -> robin@example.com');
		expect(flow.run.status).toBe('waiting');
	});

	it('asks again in every test run of the editor, and keeps the rows of tests apart', async () => {
		const ledger = memoryLedger();
		const calls = jest.spyOn(ledger, 'answer');
		const flows = [await startFlow(ledger, TEST_RUN), await startFlow(ledger, TEST_RUN)];

		expect(flows.map(({ run }) => run.status)).toEqual(['waiting', 'waiting']);
		expect(calls.mock.calls.every(([{ test }]) => test === true)).toBe(true);
	});

	it('writes when a reminder really went out', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		const late = (flow.run.waitTill?.getTime() ?? 0) + 3 * HOUR;
		await flow.timer(3 * HOUR);

		const [, , reminded] = ledger.rows();
		expect(reminded).toMatchObject({ type: 'handoff.reminded', at: new Date(late).toISOString() });
		expect(JSON.parse(reminded?.data ?? '')).toMatchObject({ late: true });
	});

	it('reminds on while the ledger cannot be written, and writes the reminders when it can', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		ledger.refuses = 'size limit exceeded';
		await flow.timer();
		expect(flow.run.status).toBe('waiting');
		expect(typesIn(ledger)).toEqual(['started', 'requested']);
		ledger.refuses = undefined;
		await flow.timer();

		expect(typesIn(ledger).slice(0, 5)).toEqual([
			...['started', 'requested', 'reminded', 'reminded'],
			'unanswered',
		]);
		expect(flow.output(3)).toMatchObject([{ outcome: 'noDecision' }]);
	});

	it('does not end a question that nobody answered before the ledger can hold that', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		ledger.refuses = 'size limit exceeded';
		while (flow.run.status === 'waiting') await flow.timer();

		expect(flow.run.status).toBe('error');
		expect(flow.output(3)).toEqual([]);
		ledger.refuses = undefined;
		await flow.retryFailed();
		expect(flow.output(3)).toMatchObject([{ outcome: 'noDecision' }]);
		expect(typesIn(ledger)).toContain('unanswered');
	});

	it('keeps an answer to a question that the ledger has lost, and records it when that is back', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		const rows = ledger.rows();
		ledger.answer({ call: 'remove', handoffIds: [both.id] });
		await flow.submit(DANA.email, ACCEPTING);

		expect(flow.run.status).toBe('error');
		expect(flow.output(1)).toEqual([]);
		expect(flow.told()).not.toContain('notCounted -> dana@example.com');
		add(ledger, ...rows);
		await flow.retryFailed();
		expect(flow.output(1)).toMatchObject([{ outcome: 'accepted' }]);
		expect(typesIn(ledger)).toContain('accepted');
	});

	it('closes by No Decision after the last milestone, recorded first', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		while (flow.run.status === 'waiting') await flow.timer();

		expect(typesIn(ledger)).toEqual([
			...['started', 'requested', 'reminded', 'reminded'],
			...['unanswered', 'breached', 'stopped'],
		]);
		expect(flow.output(3)).toMatchObject([{ outcome: 'noDecision' }]);
		expect(ledger.positions.get(both.id)).toMatchObject({ step: 'unanswered' });
	});

	it.each`
		since          | rows                                         | kind           | says
		${'replaced'}  | ${() => [evaluated(2, 'other')]}             | ${'replaced'}  | ${'has changed since'}
		${'withdrawn'} | ${() => [evaluated(1, DIGEST), withdrawn()]} | ${'withdrawn'} | ${'not to be handed over'}
	`('decides nothing when it was $since, and tells who was asked', async ({ rows, kind, says }) => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		add(ledger, ...rows());
		await flow.submit(DANA.email, ACCEPTING);

		expect(typesIn(ledger)).not.toContain('accepted');
		expect(flow.output(1)).toEqual([]);
		expect(flow.told().slice(3)).toEqual([
			'notCounted -> dana@example.com',
			`${kind} -> robin@example.com`,
		]);
		expect(flow.output(0).at(-2)?.message?.text).toContain(says);
		expect(flow.run.status).toBe('success');
	});

	it('reminds nobody any more of a question that was replaced', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		add(ledger, evaluated(2, 'other'));
		await flow.timer();

		expect(flow.told().slice(4)).toEqual([
			'replaced -> dana@example.com',
			'replaced -> robin@example.com',
		]);
		expect(flow.run.status).toBe('success');
	});

	it('stays open until its time when the execution died while it was answered after the last reminder', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		await flow.timer();
		ledger.refuses = 'n8n was killed';
		await flow.submit(DANA.email, ACCEPTING);
		ledger.refuses = undefined;
		await flow.retry();

		expect(typesIn(ledger)).toEqual(['started', 'requested', 'reminded']);
		expect(flow.run.status).toBe('waiting');
		await flow.submit(DANA.email, ACCEPTING);
		expect(typesIn(ledger)).toContain('accepted');
	});

	it('acts on a recorded decision when the execution died before it could, and records it once', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		await flow.submit(DANA.email, ACCEPTING);
		await flow.retry();

		expect(typesIn(ledger)).toEqual(['started', 'requested', 'accepted', 'met']);
		expect(flow.output(1)).toMatchObject([
			{
				outcome: 'accepted',
				decision: { by: DANA_DECIDES },
				request: { endedIn: 'test-execution' },
			},
		]);
	});

	it.each`
		since                           | kind                        | deadline
		${'a clock of SLA Timer runs'}  | ${['requested']}            | ${'2026-03-02T13:00:00.000Z'}
		${'nobody has started a clock'} | ${['started', 'requested']} | ${'2026-03-02T17:00:00.000Z'}
	`('writes $kind when it asks and $since', async ({ kind, deadline, since }) => {
		const ledger = memoryLedger();
		const terms = { name: 'accept', side: 'receiver' as const, target: SHORT, calendar: ALWAYS };
		const timed = startHandoffClock(both, terms, MONDAY_9);
		const flow = await startFlow(ledger, since.includes('SLA Timer') ? { handoff: timed } : {});

		expect(typesIn(ledger)).toEqual(kind);
		expect(flow.output(0)[0]).toMatchObject({
			clock: { name: 'accept', state: 'running', deadline },
			request: { respondBy: deadline },
		});
	});

	it('ends the clock with the question, and gives it to the sending team with what came back', async () => {
		const ledger = memoryLedger();
		const { sla } = both.agreed;
		const calendars = { sender: ALWAYS };
		const agreed = { ...both.agreed, calendars, sla: { ...sla, fix: SHORT } };
		const flow = await startFlow(ledger, { handoff: { ...both, agreed } });
		await flow.submit(ROBIN.email, { decision: 'return', name: 'Robin', 'reason.date': 'on' });

		expect(typesIn(ledger)).toEqual(['started', 'requested', 'returned', 'met', 'started']);
		expect(flow.output(2)[0]).toMatchObject({
			event: { type: 'handoff.returned' },
			clock: { name: 'fix', side: 'sender', others: [{ name: 'accept', state: 'met' }] },
		});
		await flow.retry();
		expect(typesIn(ledger)).toHaveLength(5);
		expect(flow.output(2)[0]).toMatchObject({ clock: { name: 'fix' } });
	});

	it('notes a breach once when the answer comes late, and that the clock was stopped', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger, { handoff: withTimeAfterwards() });
		jest.setSystemTime(MONDAY_9 + 9 * HOUR);
		await flow.submit(DANA.email, ACCEPTING);

		expect(typesIn(ledger).slice(-3)).toEqual(['accepted', 'breached', 'stopped']);
		expect(flow.output(1)[0]).toMatchObject({ clock: { state: 'breached' } });
	});

	it('starts a new clock when it asks once more after the time of the first was over', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		jest.setSystemTime(MONDAY_9 + 10 * HOUR);
		await flow.retry();

		expect(typesIn(ledger)).toEqual([
			...['started', 'requested', 'breached', 'stopped', 'started', 'requested'],
		]);
	});

	it('asks again in a retry of the execution that asked, and in no other', async () => {
		const ledger = memoryLedger();
		const flow = await startFlow(ledger);
		await flow.retry();

		expect(flow.run.status).toBe('waiting');
		expect(typesIn(ledger)).toEqual(['started', 'requested', 'requested']);
		expect((await startFlow(ledger)).output(0)).toEqual([]);
	});
});

const DIGEST = both.verdict?.digest ?? '';
const DANA_DECIDES = { name: 'Dana D.', email: DANA.email, proof: 'signedLinkAndName' };
const SHORT = parseTarget({ minutes: 240 });
const ALWAYS = parseCalendar({ timezone: 'UTC', weekly: everyDay(['00:00', '24:00']) });

/** Both sides work around the clock, and the sending side has four hours to answer a question. */
const withHours: Handoff = {
	...both,
	agreed: {
		...both.agreed,
		sla: { accept: parseTarget({ minutes: 480, milestones: [50, 100] }), fix: SHORT },
		calendars: { receiver: ALWAYS, sender: ALWAYS },
	},
};

/** The question stays open for eight hours after its deadline. */
const withTimeAfterwards = (): Handoff => {
	const sla = { accept: parseTarget({ minutes: 480, milestones: [100, '+8h'] }) };
	return { ...both, agreed: { ...both.agreed, sla } };
};
