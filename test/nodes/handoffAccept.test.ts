import { parse, stringify } from 'flatted';
import type { Request, Response } from 'express';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	IRun,
	IRunExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { HandoffAccept } from '../../nodes/HandoffAccept/HandoffAccept.node';
import { serveDecisionPage } from '../../nodes/HandoffAccept/serveDecisionPage';
import type { AcceptanceRequest } from '../../nodes/domain/handoff/request';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { renderMessage } from '../../nodes/domain/message/renderMessage';
import { verifyLedger } from '../../nodes/domain/ledger/verifyLedger';
import { readyHandoff } from '../support/handoffs';
import { documentOf } from '../support/messageDocuments';
import { buildWorkflow, execute, nodeOf, startData } from '../support/runWorkflow';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const HOUR = 60 * 60 * 1000;

const node = (name: string): INode => nodeOf(name, 'sink');
const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

interface Flow {
	/** The executions of the run so far: first the start, then each timer that went off. */
	run: IRun;
	/** Resumes as a submitted page does: with items for Notify, which carry what has changed. */
	answer(changed: (request: AcceptanceRequest) => AcceptanceRequest): Promise<IRun>;
	/** Lets the timer go off that the execution waits for, so many milliseconds late. */
	timer(lateBy?: number): Promise<IRun>;
	/** Items of one output of the node, over all of its runs. */
	output(index: number): IDataObject[];
}

/** Source -> Handoff Accept, its Notify through a channel that forgets the record, and back. */
async function startFlow({
	handoff,
	parameters = {},
	closed = true,
	askAgain = false,
	count = 1,
	credentials = {},
}: {
	handoff?: Handoff;
	parameters?: Record<string, unknown>;
	closed?: boolean;
	/** Whether what leaves by No Decision comes in once more. */
	askAgain?: boolean;
	count?: number;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
} = {}): Promise<Flow> {
	const items = Array.from({ length: count }, () => ({
		amount: 12000,
		handoff: handoff ?? readyHandoff(),
	}));
	const workflow = buildWorkflow(
		{
			node: new HandoffAccept(),
			parameters: JSON.parse(JSON.stringify({ keepLedger: 'nowhere', ...parameters })),
			items,
			credentials,
		},
		{
			nodes: [node('Channel'), node('Accepted'), node('Returned'), node('No Decision')],
			connections: {
				Source: { main: [to('Handoff Accept')] },
				'Handoff Accept': {
					main: [to('Channel'), to('Accepted'), to('Returned'), to('No Decision')],
				},
				...(closed ? { Channel: { main: [to('Handoff Accept')] } } : {}),
				...(askAgain ? { 'No Decision': { main: [to('Handoff Accept')] } } : {}),
			},
		},
	);
	const data = startData(workflow, { items });
	let run = await execute(workflow, data, credentials);
	const outputs = (index: number): IDataObject[] =>
		(run.data.resultData.runData['Handoff Accept'] ?? []).flatMap((task) =>
			(task.data?.main?.[index] ?? []).map(({ json }) => json),
		);
	return {
		get run() {
			return run;
		},
		answer: async (changed) => {
			const data = stored(run.data);
			const [entry] = data.executionData?.nodeExecutionStack ?? [];
			const [sent] = outputs(0).map((json) => JSON.parse(JSON.stringify(json)));
			if (entry === undefined) throw new Error('nobody waits');
			const handoff = { ...sent.handoff, request: changed(sent.handoff.request) };
			entry.data.main = [[{ json: { ...sent, handoff } }], [], [], []];
			entry.metadata = { ...entry.metadata, forwardAllOutputs: true };
			run = await execute(workflow, data, credentials);
			return run;
		},
		timer: async (lateBy = 0) => {
			if (run.waitTill === undefined || run.waitTill === null) throw new Error('nobody waits');
			jest.setSystemTime(run.waitTill.getTime() + lateBy);
			run = await execute(workflow, stored(run.data), credentials);
			return run;
		},
		output: outputs,
	};
}

/** What n8n has after a wait: the data as they were stored, with nodes that are no longer shared. */
const stored = (data: IRunExecutionData): IRunExecutionData => parse(stringify(data));

const messagesOf = (items: IDataObject[]) =>
	items.map((json) => JSON.parse(JSON.stringify(json)).handoff.message);

/** What somebody gets who asks for the address at which a flow waits. */
async function visit(
	{ run }: Flow,
	{ method, query, body = {} }: { method: string; query: IDataObject; body?: IDataObject },
) {
	const { request, item } = run.data.executionData?.contextData['node:Handoff Accept'] ?? {};
	const pages: string[] = [];
	const response: Partial<Response> = {};
	response.status = response.set = () => response as Response;
	response.json = () => response as Response;
	response.send = (page: string) => {
		pages.push(page);
		return response as Response;
	};
	const context: Partial<IWebhookFunctions> = {
		getNode: () => node('Handoff Accept'),
		getRequestObject: () => ({ method }) as Request,
		getResponseObject: () => response as Response,
		getBodyData: () => body,
		getQueryData: () => query,
		getSignedResumeUrl: () => 'https://n8n.example/webhook-waiting/1',
		evaluateExpression: (wanted) =>
			wanted.includes('+') ? `${String(request)}\n${String(item)}` : String(request),
	};
	const { workflowData } = await serveDecisionPage(context as IWebhookFunctions, MONDAY_9 + HOUR);
	return { page: pages.join(''), goesOn: workflowData !== undefined };
}

beforeEach(() => {
	jest.useFakeTimers({ now: MONDAY_9, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
});
afterEach(() => jest.useRealTimers());

describe('Handoff Accept', () => {
	it('asks each receiver with a link of their own, and waits for the first milestone', async () => {
		const people = [
			{ name: 'Dana Delivery', email: 'dana@example.com' },
			{ name: 'Robin Delivery', email: 'robin@example.com' },
		];
		const flow = await startFlow({
			handoff: readyHandoff({ receiver: { team: 'Delivery', people } }),
		});

		const [first, second] = messagesOf(flow.output(0));
		expect(first.to).toEqual([people[0]]);
		expect(first.text).toContain('to=dana%40example.com');
		expect(first.text).not.toContain('robin');
		expect(second.text).toContain('to=robin%40example.com');
		expect(flow.run.status).toBe('waiting');
		expect(flow.run.waitTill).toEqual(new Date(MONDAY_9 + 4 * HOUR));
	});

	it('reminds when the timer goes off, escalates at the deadline, and then gives up', async () => {
		const accept = {
			minutes: 480,
			milestones: [50, 100],
			escalateTo: [{ name: 'Hedda Head', email: 'hedda@example.com' }],
		};
		const handoff = readyHandoff();
		const flow = await startFlow({
			handoff: { ...handoff, agreed: { ...handoff.agreed, sla: { accept } } },
		});

		await flow.timer();
		expect(flow.run.waitTill).toEqual(new Date(MONDAY_9 + 8 * HOUR));
		await flow.timer();

		expect(messagesOf(flow.output(0)).map(({ kind, to: [person] }) => [kind, person.name])).toEqual(
			[
				['request', 'Dana Delivery'],
				['reminder', 'Dana Delivery'],
				['reminder', 'Dana Delivery'],
				['escalation', 'Hedda Head'],
			],
		);
		expect(flow.run.status).toBe('success');
		expect(flow.output(1)).toEqual([]);
		expect(flow.output(2)).toEqual([]);
		expect(flow.output(3)).toHaveLength(1);
	});

	it('says when a reminder really went out that n8n was down over, and sends it once', async () => {
		const flow = await startFlow();
		await flow.timer(3 * HOUR);
		await flow.timer();

		const sent = flow.output(0).map((json) => JSON.parse(JSON.stringify(json)).handoff);
		expect(sent.map(({ message }) => message.kind)).toEqual(['request', 'reminder', 'reminder']);
		expect(sent[2].request.milestones).toEqual([
			expect.objectContaining({ firedAt: '2026-03-02T16:00:00.000Z', late: true }),
			expect.not.objectContaining({ late: true }),
		]);
	});

	it('tells at once a second milestone that passed while n8n was down, and marks it late', async () => {
		const flow = await startFlow();
		await flow.timer(20 * HOUR);

		const sent = flow.output(0).map((json) => JSON.parse(JSON.stringify(json)).handoff);
		expect(sent.map(({ message }) => message.kind)).toEqual(['request', 'reminder', 'reminder']);
		expect(sent[2].request.milestones).toMatchObject([{ late: true }, { late: true }]);
		expect(JSON.parse(sent[2].event.data)).toMatchObject({ late: true });
		expect(flow.output(3)).toHaveLength(1);
	});

	it('keeps no message of the node before while it waits', async () => {
		const message = renderMessage(documentOf('What the gate said'));
		const flow = await startFlow({ handoff: readyHandoff({ message }) });
		const kept = JSON.stringify(flow.run.data.executionData?.contextData);

		expect(kept).toContain('Website for Acme');
		expect(kept).not.toContain('What the gate said');
	});

	it('gives the record back as it came in when nobody decided, with the ball still there', async () => {
		const flow = await startFlow();
		await flow.timer();
		await flow.timer();

		const [unanswered] = flow.output(3);
		expect(unanswered).toMatchObject({
			amount: 12000,
			handoff: {
				outcome: 'noDecision',
				ballWith: 'receiver',
				message: { kind: 'expired' },
				event: { type: 'handoff.unanswered', attempt: 1 },
			},
		});
		expect(JSON.stringify(unanswered)).not.toContain('webhook-waiting');
	});

	it('writes one ledger row for the request and one for each milestone, with stable ids', async () => {
		const rowsOf = async () => {
			const flow = await startFlow();
			await flow.timer();
			await flow.timer();
			return [...flow.output(0), ...flow.output(3)].map(
				(json) => JSON.parse(JSON.stringify(json)).handoff.event,
			);
		};

		const [first, second] = [await rowsOf(), await rowsOf()];
		expect(first.map(({ type }) => type)).toEqual([
			'handoff.requested',
			'handoff.reminded',
			'handoff.reminded',
			'handoff.unanswered',
		]);
		expect(new Set(first.map(({ eventId }) => eventId)).size).toBe(4);
		expect(second.map(({ eventId }) => eventId)).toEqual(first.map(({ eventId }) => eventId));
	});

	it('seals each row upon the one before, also after the timer went off', async () => {
		const key = 'k'.repeat(32);
		const flow = await startFlow({
			handoff: readyHandoff({ seal: 'the seal of the gate' }),
			credentials: { handoffSealApi: { secretKey: key } },
		});
		await flow.timer();
		await flow.timer();
		const rows = [...flow.output(0), ...flow.output(3)].map(
			(json) => handoffSchema.parse(json.handoff).event,
		);

		expect(rows.map((row) => row?.previousSeal)).toEqual([
			'the seal of the gate',
			...rows.slice(0, -1).map((row) => row?.seal),
		]);
		expect(verifyLedger(rows.slice(1), { key }).findings).toMatchObject([
			{ kind: 'missing', row: 1 },
		]);
	});

	it('counts in the working hours of the receiving team', async () => {
		const handoff = readyHandoff();
		const week = { mon: [['09:00', '12:00']], tue: [['09:00', '17:00']] };
		const receiver = { timezone: 'UTC', weekly: week, holidays: [], exceptions: {} };
		const flow = await startFlow({
			handoff: {
				...handoff,
				agreed: { ...handoff.agreed, calendars: JSON.parse(JSON.stringify({ receiver })) },
			},
		});

		expect(flow.run.waitTill).toEqual(new Date('2026-03-03T10:00:00Z'));
	});

	it('asks again in a new round when the handoff comes back after an outcome', async () => {
		const flow = await startFlow({ askAgain: true });
		await flow.timer();
		await flow.timer();

		const asked = messagesOf(flow.output(0)).filter(({ kind }) => kind === 'request');
		expect(asked.map(({ text }) => /round=(\d)/.exec(text)?.[1])).toEqual(['1', '2']);
		expect(flow.run.status).toBe('waiting');
		expect(flow.output(0).at(-1)).not.toHaveProperty('handoff.outcome', 'noDecision');
	});

	it.each([
		[
			'several handoffs come in at once',
			{ count: 3 },
			'3 handoffs came in at once, but an execution can wait about one only',
			'Put Execute Sub-workflow before this part of the flow, with Mode “Run once for each item” and “Wait for Sub-Workflow Completion” switched off.',
		],
		[
			'nothing leads back from Notify',
			{ closed: false },
			'Nothing comes back from Notify, so the request could not wait for an answer',
			'Connect Notify to the node that tells people, and connect the last node behind it back to the input of “Handoff Accept”.',
		],
		[
			'the item carries no envelope',
			{ parameters: { handoff: '={{ $json.nothing }}' } },
			'There is no handoff to accept: the item carries no envelope of Readiness Gate',
			"Put Readiness Gate before this node. When a node in between replaced the item, set “Handoff” to {{ $('Readiness Gate').item.json.handoff }}.",
		],
		[
			'the only receiver is the sender',
			{
				handoff: readyHandoff({
					receiver: { team: 'Delivery', people: [{ name: 'Sam', email: ' SAM@example.com' }] },
				}),
			},
			'The only receiver of “Website for Acme” is its sender (sam@example.com)',
			'Name somebody of the receiving team: a sender cannot accept their own handoff.',
		],
		[
			'nobody is named',
			{ handoff: readyHandoff({ receiver: { team: 'Delivery', people: [] } }) },
			'Nobody of the team “Delivery” is named to receive “Website for Acme”',
			'Add at least one person with name and e-mail to “receiver.people” of the policy, or to “Receivers” of this node.',
		],
		[
			'a wording has a name that the page does not know',
			{ parameters: { options: { wording: '{"acept":"Ja"}' } } },
			'“Wording” cannot be used: acept is not the name of a text',
			'Write a JSON object whose members are names of texts of the page.',
		],
		[
			'a wording is not JSON',
			{ parameters: { options: { wording: '{"accept":' } } },
			'“Wording” cannot be used: Expected object, received string',
			'Write a JSON object whose members are names of texts of the page.',
		],
		[
			'a person has a calendar that the policy lacks',
			{
				parameters: {
					receiversFrom: 'here',
					receivers: { person: [{ name: 'Kim', email: 'kim@example.com', calendar: 'nights' }] },
				},
			},
			"“nights”, the calendar of kim@example.com, is none of the policy's calendars",
			'Write a name that stands under “calendars” of the policy, or leave “Calendar” empty.',
		],
		[
			'more people must accept than are asked',
			{ parameters: { acceptedWhen: 'number', acceptancesNeeded: 3 } },
			'3 people must accept, but only 1 can be asked',
			'Lower “People Needed” or name more receivers.',
		],
		[
			'the password is short',
			{ parameters: { options: { password: 'sesame' } } },
			'“Page Password” is too short',
			'Use at least 8 characters, because wrong guesses cannot be counted.',
		],
	])('sends nothing and says what to do when %s', async (_case, given, message, remedy) => {
		const flow = await startFlow(given);

		expect(flow.run.data.resultData.error?.message).toBe(message);
		expect(flow.run.data.resultData.error?.description).toBe(remedy);
		expect(flow.output(0)).toEqual([]);
	});

	it('asks the people named in the node instead of those of the policy', async () => {
		const person = [{ name: 'Kim', email: 'kim@example.com' }];
		const flow = await startFlow({
			parameters: { receiversFrom: 'here', receivers: { person } },
		});

		expect(messagesOf(flow.output(0)).map((message) => message.to)).toEqual([person]);
	});

	describe('after the decision was handed on to a colleague', () => {
		const kim = { name: 'Kim', email: 'kim@example.com' };
		const forward: AcceptanceRequest['forwards'][number] = {
			by: { name: 'Dana', email: 'dana@example.com', proof: 'signedLinkAndName' },
			to: kim,
			reason: 'Kim knows the client.',
			at: '2026-03-02T10:00:00.000Z',
		};

		it('waits for the same milestone again, and reminds the colleague alone', async () => {
			const flow = await startFlow();
			const before = flow.run.waitTill;

			await flow.answer((request) => ({ ...request, forwards: [forward] }));
			expect(flow.run.waitTill).toEqual(before);
			await flow.timer();

			expect(
				messagesOf(flow.output(0)).map(({ kind, to: [person] }) => [kind, person.name]),
			).toEqual([
				['request', 'Dana Delivery'],
				['request', 'Dana Delivery'],
				['reminder', 'Kim'],
			]);
			expect(messagesOf(flow.output(0)).at(-1).text).toContain('to=kim%40example.com');
		});

		it('still reminds once for each milestone and then gives up', async () => {
			const flow = await startFlow();
			await flow.timer();
			await flow.answer((request) => ({
				...request,
				forwards: [forward],
				firedMilestones: [request.milestones[0]?.id ?? ''],
			}));
			await flow.timer();

			const kinds = messagesOf(flow.output(0)).map(({ kind }) => kind);
			expect(kinds.filter((kind) => kind === 'reminder')).toHaveLength(2);
			expect(flow.output(3)).toHaveLength(1);
		});
	});

	it.each([
		['first', {}, 1],
		['all', { acceptedWhen: 'all' }, 2],
		['number', { acceptedWhen: 'number', acceptancesNeeded: 2 }, 2],
	])('asks for as many acceptances as “%s” says', async (_rule, parameters, needed) => {
		const people = [
			{ name: 'Dana Delivery', email: 'dana@example.com' },
			{ name: 'Robin Delivery', email: 'robin@example.com' },
		];
		const flow = await startFlow({
			handoff: readyHandoff({ receiver: { team: 'Delivery', people } }),
			parameters,
		});

		expect(flow.output(0)[0]).toMatchObject({
			handoff: { request: { acceptancesNeeded: needed } },
		});
	});

	it('speaks to each person named in the node in their own language, zone and working hours', async () => {
		const handoff = readyHandoff();
		const people = [
			{
				name: 'Kim',
				email: 'kim@example.com',
				language: 'de',
				timezone: 'Asia/Tokyo',
				calendar: '',
			},
			{ name: 'Lee', email: 'lee@example.com', language: '', timezone: '', calendar: 'late' },
		];
		const late = {
			timezone: 'UTC',
			weekly: { mon: [['15:00', '23:00']] },
			holidays: [],
			exceptions: {},
		};
		const flow = await startFlow({
			handoff: {
				...handoff,
				agreed: { ...handoff.agreed, calendars: JSON.parse(JSON.stringify({ late })) },
			},
			parameters: { receiversFrom: 'here', receivers: { person: people } },
		});

		const [kim, lee] = messagesOf(flow.output(0));
		expect(kim.subject).toBe('Bitte annehmen oder zurückgeben: Website for Acme');
		expect(kim.text).toContain('3. März 2026, 02:00 (Asia/Tokyo)');
		expect(lee.subject).toBe('Please accept or return: Website for Acme');
		await flow.timer();
		expect(flow.run.waitTill).toEqual(new Date('2026-03-02T15:00:00Z'));
		await flow.timer();
		expect(
			messagesOf(flow.output(0))
				.filter(({ kind }) => kind === 'reminder')
				.map(({ to: [person] }) => person.name),
		).toEqual(['Kim', 'Lee']);
		expect(flow.run.waitTill).toEqual(new Date('2026-03-02T17:00:00Z'));
	});

	it.each([
		['that of the policy', {}, 'Bitte annehmen oder zurückgeben: Website for Acme'],
		['its own', { options: { language: 'fr' } }, 'À accepter ou à retourner : Website for Acme'],
	])('speaks, to who has no language, %s', async (_whose, parameters, subject) => {
		const handoff = readyHandoff();
		const agreed = { ...handoff.agreed, language: 'de' as const };
		const flow = await startFlow({ handoff: { ...handoff, agreed }, parameters });

		expect(messagesOf(flow.output(0)).map((message) => message.subject)).toContain(subject);
	});

	it('asks one after the other where that is agreed: nobody else has a link yet', async () => {
		const people = [
			{ name: 'Dana Delivery', email: 'dana@example.com' },
			{ name: 'Robin Delivery', email: 'robin@example.com' },
		];
		const flow = await startFlow({
			handoff: readyHandoff({ receiver: { team: 'Delivery', people } }),
			parameters: { acceptedWhen: 'all', order: 'inTurn', options: { code: true } },
		});

		expect(messagesOf(flow.output(0)).map(({ kind, to: [person] }) => [kind, person.name])).toEqual(
			[
				['request', 'Dana Delivery'],
				['code', 'Dana Delivery'],
			],
		);
		await flow.timer();
		expect(messagesOf(flow.output(0)).at(-1).to).toEqual([people[0]]);
	});

	it('sends each receiver their code in a message of its own', async () => {
		const flow = await startFlow({ parameters: { options: { code: true } } });

		const [request, code] = messagesOf(flow.output(0));
		expect([request.kind, code.kind]).toEqual(['request', 'code']);
		expect(code.to).toEqual(request.to);
		const written = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(code.text)?.[0] ?? 'none';
		expect(JSON.stringify(flow.output(0)[0])).not.toContain(written);
		expect(code.text).not.toContain('webhook-waiting');
	});
});

describe('the link to decide', () => {
	const link = { to: 'dana@example.com', round: '1' };
	const decision = { decision: 'accept', name: 'Dana', 'check.capacity': 'yes', round: '1' };

	it.each(['GET', 'HEAD', 'OPTIONS'])(
		'shows the page to a %s and decides nothing, whatever stands in the address',
		async (method) => {
			const flow = await startFlow();
			const asked = { method, query: { ...link, ...decision }, body: decision };

			const { goesOn, page } = await visit(flow, asked);

			expect(goesOn).toBe(false);
			expect(page).toContain('<form');
			expect(page).not.toContain('value="Dana"');
		},
	);

	it('decides by the form behind it, and not by what stands in the address', async () => {
		const flow = await startFlow();
		const posted = { method: 'POST', query: { ...link, ...decision } };

		expect(await visit(flow, posted)).toMatchObject({ goesOn: false });
		expect(await visit(flow, { ...posted, body: decision })).toMatchObject({ goesOn: true });
	});
});
