import { answerVisit } from '../../../nodes/domain/acceptance/answerVisit';
import { comeTo, nextMoment } from '../../../nodes/domain/acceptance/asking/moments';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import type { AskedHandoff } from '../../../nodes/domain/handoff/askedHandoff';
import type { Agreed, Handoff } from '../../../nodes/domain/handoff/envelope';
import { linkFor } from '../../../nodes/domain/handoff/signedLinks';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { startClock } from '../../../nodes/domain/time/clock';
import { explainFor } from '../../../nodes/domain/time/explainFor';
import { readyHandoff } from '../../support/handoffs';

const MONDAY = '2026-03-02';
const at = (time: string, day = MONDAY): number => Date.parse(`${day}T${time}:00Z`);
const hours = (from: string, to: string) => ({
	timezone: 'UTC',
	weekly: Object.fromEntries(
		['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to] as [string, string]]]),
	),
	holidays: [],
	exceptions: {},
});
const DELIVERY = hours('09:00', '17:00');
const SALES = hours('10:00', '18:00');
const DANA = { name: 'Dana Delivery', email: 'dana@example.com' };
const ROBIN = { name: 'Robin Delivery', email: 'robin@example.com' };
const SAM = { name: 'Sam Seller', email: 'sam@example.com' };
const FIN = { name: 'Fin Finance', email: 'fin@example.com' };
const sign = (parameters: Record<string, string>): string =>
	`https://n8n.example/webhook-waiting/7/node?${new URLSearchParams(parameters).toString()}`;

interface Situation {
	agreed?: Partial<Agreed>;
	sender?: Handoff['sender'];
}

/** Asked on Mon at 9, eight hours to decide, four hours to answer a question. */
function start({ agreed = {}, sender }: Situation = {}) {
	const ready = readyHandoff(sender === undefined ? {} : { sender });
	const target = { minutes: 480, milestones: [50, 100], escalateTo: [] };
	const clock = startClock({
		name: 'accept',
		side: 'receiver',
		target,
		calendar: DELIVERY,
		at: at('09:00'),
	});
	const handoff = openRequest(
		{
			...ready,
			clock,
			agreed: {
				...ready.agreed,
				sla: { accept: target, fix: { minutes: 240, milestones: [50, 100], escalateTo: [] } },
				calendars: { receiver: DELIVERY, sender: SALES },
				fixers: { finance: FIN },
				fields: [
					{ id: 'budget', field: 'amount', label: 'Budget' },
					{ id: 'po', field: 'po', label: 'Purchase order', fixer: 'finance' },
				],
				...agreed,
			},
		},
		{
			receivers: [DANA, ROBIN],
			clock,
			round: 1,
			now: at('09:00'),
			signLink: ({ email }) => linkFor(sign, email, 1),
		},
	);
	return story(handoff, clock);
}

/** What happens to one request, whose rows leave with the item. */
function story(first: AskedHandoff, clock: ReturnType<typeof startClock>) {
	let handoff = first;
	const asking = () => ({
		...{ handoff, clock, branding: {}, wording: WORDINGS.en, asksCode: false, escalateTo: [] },
	});
	const goOn = (envelope: Handoff | undefined): void => {
		if (envelope?.request === undefined) return;
		const { turns, ballWith, clock: stood } = envelope;
		const request = { ...envelope.request, links: handoff.request.links };
		handoff = { ...handoff, request, turns, ballWith, ...(stood && { clock: stood }) };
	};
	const send = (query: Record<string, string>, now: number, fields?: object) => {
		const form = fields && { body: { round: '1', ...fields }, key: undefined };
		const request = asking();
		const visited = answerVisit({ request, query, sign, ...(form && { form }) }, now);
		const { page, answer } = visited;
		goOn(answer?.envelopes[0]);
		return { page, answer, text: page.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
	};
	return {
		get handoff() {
			return handoff;
		},
		decide: (email: string, now: number, fields?: object) =>
			send({ to: email, round: '1' }, now, fields),
		ask: (email: string, now: number, fields: object = {}) =>
			send({ to: email, round: '1' }, now, {
				...{ decision: 'ask', name: 'Dana D.', question: 'Who signs?', ...fields },
			}),
		answer: (now: number, fields?: object, to = SAM.email, place = 0) =>
			send({ to, round: '1', answer: handoff.request.questions[place]?.id ?? '' }, now, fields),
		next: () => nextMoment(handoff.request, false),
		wait: () => {
			const moment = nextMoment(handoff.request, false);
			if (moment === undefined) throw new Error('nothing is to come');
			const told = comeTo(asking(), moment, { at: Date.parse(moment.dueAt), sign });
			const envelopes = told.envelopesOf(told.handoff);
			goOn(envelopes[0]);
			return { envelopes, at: moment.dueAt };
		},
	};
}

const toldTo = (envelopes: readonly Handoff[] = []) =>
	envelopes.map(({ message }) => `${message?.kind} -> ${message?.to.map(({ email }) => email)}`);
const dueIn = ({ handoff }: { handoff: AskedHandoff }) => handoff.request.respondBy.slice(5, 16);

describe('a question of the receiving team', () => {
	it('goes to the sender with a link of their own, and is no return', () => {
		const asked = start();
		const { answer, text } = asked.ask(DANA.email, at('11:00'));

		expect(answer?.leavesBy).toBe('notify');
		expect(toldTo(answer?.envelopes)).toEqual([`question -> ${SAM.email}`]);
		const { message, request, event } = answer?.envelopes[0] ?? {};
		expect(message?.text).toMatch(/Who signs\?[^]*to=sam%40example.com&round=1&answer=/);
		expect(request?.links).toEqual([]);
		expect(event).toMatchObject({ type: 'question.asked', actor: DANA.email });
		expect(asked.handoff).toMatchObject({ ballWith: 'sender' });
		expect(asked.handoff).not.toHaveProperty('outcome', expect.anything());
		expect(text).toContain('Sam Seller was asked and has until Mon 2 March 2026, 15:00 (UTC)');
	});

	it.each`
		situation                                     | field       | by             | who
		${{}}                                         | ${'amount'} | ${DANA.email}  | ${SAM.email}
		${{}}                                         | ${'po'}     | ${DANA.email}  | ${FIN.email}
		${{}}                                         | ${''}       | ${DANA.email}  | ${SAM.email}
		${{ agreed: { fixers: {} } }}                 | ${'po'}     | ${DANA.email}  | ${SAM.email}
		${{ agreed: { fixers: { finance: ROBIN } } }} | ${'po'}     | ${ROBIN.email} | ${SAM.email}
	`('about $field is answered by $who', ({ situation, field, by, who }) => {
		const asked = start(situation);
		const { answer } = asked.ask(by, at('11:00'), { questionField: field });
		expect(toldTo(answer?.envelopes)).toEqual([`question -> ${who}`]);
	});

	it.each`
		what                         | sla       | calendars                                | remind               | due
		${'by sla.fix'}              | ${'fix'}  | ${{ receiver: DELIVERY, sender: SALES }} | ${'Mon 03-02T13:00'} | ${'Mon 03-02T15:00'}
		${'in eight working hours'}  | ${'none'} | ${{ receiver: DELIVERY, sender: SALES }} | ${'Mon 03-02T15:00'} | ${'Tue 03-03T11:00'}
		${'in a day, without hours'} | ${'none'} | ${{ receiver: DELIVERY }}                | ${'Mon 03-02T23:00'} | ${'Tue 03-03T11:00'}
	`('asked on Mon at 11 is due $due, $what', ({ sla, calendars, remind, due }) => {
		const asked = start({ agreed: { calendars, ...(sla === 'none' && { sla: {} }) } });
		asked.ask(DANA.email, at('11:00'));
		const [question] = asked.handoff.request.questions;
		const shown = [question?.remindAt, question?.answerBy].map((time) => time?.slice(5, 16));
		expect(shown).toEqual([remind.slice(4), due.slice(4)]);
	});

	it.each`
		answered       | due                  | sender | receiver
		${'Mon 11:00'} | ${'Mon 03-02T17:00'} | ${0}   | ${120}
		${'Mon 12:30'} | ${'Tue 03-03T10:30'} | ${90}  | ${120}
		${'Mon 14:59'} | ${'Tue 03-03T12:59'} | ${239} | ${120}
	`(
		'asked on Mon at 11 and answered on $answered moves the deadline to $due, by the time it stood',
		({ answered, due, sender, receiver }) => {
			const asked = start();
			asked.ask(DANA.email, at('11:00'));
			const { answer } = asked.answer(at(answered.slice(4)), { answer: 'Ada.' });

			expect(dueIn(asked)).toBe(due.slice(4));
			expect(asked.handoff).toMatchObject({ ballWith: 'receiver' });
			expect(answer?.envelopes[0]?.event).toMatchObject({
				...{ type: 'question.answered', actor: SAM.email, proof: 'signedLink' },
				...{ senderMinutes: sender, receiverMinutes: receiver },
			});
		},
	);

	it('says in the explanation of the deadline from when to when it stood', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		asked.answer(at('12:30'), { answer: 'Ada.' });
		const { clock } = asked.handoff;
		const said = clock && explainFor(WORDINGS.en, clock, at('13:00'));
		expect(said?.join(' ')).toMatch(
			/Stood from Mon 2 Mar 2026, 11:00 to Mon 2 Mar 2026, 12:30 while a question was open: 1 h 30 min/,
		);
	});

	it('counts time in which two questions are open once', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		asked.ask(ROBIN.email, at('11:30'), { question: 'Which shop?', name: 'Robin' });
		asked.answer(at('12:00'), { answer: 'Ada.' });
		expect(asked.handoff).toMatchObject({ ballWith: 'sender' });
		asked.answer(at('13:00'), { answer: 'The old one.' }, SAM.email, 1);
		expect(asked.handoff).toMatchObject({ ballWith: 'receiver' });
		expect(dueIn(asked)).toBe('03-03T11:00');
	});

	it('tells everybody who decides the answer, each with their own link', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		const { answer, text } = asked.answer(at('12:30'), { answer: 'Ada.' });

		expect(toldTo(answer?.envelopes)).toEqual([
			`answer -> ${DANA.email}`,
			`answer -> ${ROBIN.email}`,
		]);
		expect(
			answer?.envelopes.map(({ request }) => request?.links.map(({ email }) => email)),
		).toEqual([[DANA.email], [ROBIN.email]]);
		expect(text).toContain('Answer sent. Thank you.');
		expect(asked.decide(DANA.email, at('13:00')).text).toMatch(
			/Questions and answers .*Who signs\? .*Sam Seller answered on .*Ada\./,
		);
	});

	it('reminds who is to answer at half time, and then tells that no answer came', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		const reminded = asked.wait();
		expect([reminded.at.slice(5, 16), toldTo(reminded.envelopes)]).toEqual([
			'03-02T13:00',
			[`question -> ${SAM.email}`],
		]);
		const left = asked.wait();
		expect([left.at.slice(5, 16), toldTo(left.envelopes)]).toEqual([
			'03-02T15:00',
			[`answer -> ${DANA.email}`, `answer -> ${ROBIN.email}`],
		]);
		expect(left.envelopes[0]?.event).toMatchObject({ type: 'question.unanswered', actor: '' });
		expect(asked.handoff).toMatchObject({ ballWith: 'receiver' });
		expect(asked.handoff.outcome).toBeUndefined();
		expect(dueIn(asked)).toBe('03-03T13:00');
		expect(asked.next()).toMatchObject({
			milestone: { id: '50' },
			dueAt: '2026-03-02T17:00:00.000Z',
		});
	});

	it('reminds nobody of the receiving team while it is open', () => {
		const asked = start();
		asked.ask(DANA.email, at('12:59'));
		expect(asked.next()).toMatchObject({ what: 'remind' });
	});

	it('can be asked three times a round; a fourth is refused, and the page says so', () => {
		const asked = start();
		expect(asked.decide(DANA.email, at('09:30')).text).toContain('can still be asked: 3.');
		for (const question of ['One?', 'Two?', 'Three?'])
			asked.ask(DANA.email, at('10:00'), { question });
		const page = asked.decide(DANA.email, at('10:30'));
		expect(page.text).toContain('can still be asked: 0.');
		expect(page.page.html).not.toContain('value="ask"');
		const fourth = asked.ask(DANA.email, at('11:00'), { question: 'Four?' });
		expect(fourth.page.status).toBe(422);
		expect(fourth.text).toContain('No more than 3 questions can be asked.');
		expect(asked.handoff.request.questions).toHaveLength(3);
	});

	it.each`
		fields                            | said
		${{ question: ' ' }}              | ${'Write your question.'}
		${{ question: 'x'.repeat(2001) }} | ${'Use at most 2000 characters.'}
		${{ questionField: 'salary' }}    | ${'This page is out of date.'}
		${{ name: '' }}                   | ${'Enter your name.'}
	`('with $fields is refused: $said', ({ fields, said }) => {
		const asked = start();
		const { page, text } = asked.ask(DANA.email, at('11:00'), fields);
		expect([page.status, text.includes(said)]).toEqual([422, true]);
		expect(asked.handoff.request.questions).toEqual([]);
	});

	it('is not offered where nobody could answer, and refused when it is sent all the same', () => {
		const asked = start({ sender: { team: 'Sales' } });
		expect(asked.decide(DANA.email, at('10:00')).page.html).not.toContain('value="ask"');
		expect(asked.ask(DANA.email, at('10:00')).page.status).toBe(422);
	});

	it.each(['accept', 'return'])(
		'can be overtaken: who may decide can %s while it is open',
		(what) => {
			const asked = start();
			asked.ask(DANA.email, at('11:00'));
			const { answer } = asked.decide(ROBIN.email, at('11:30'), {
				...{ decision: what, name: 'Robin', 'check.capacity': 'yes', 'reason.date': 'yes' },
			});
			const [decided] = answer?.envelopes ?? [];
			expect(answer?.leavesBy).toBe(what === 'accept' ? 'accepted' : 'returned');
			expect(decided?.event).toMatchObject({ senderMinutes: 30, receiverMinutes: 120 });
		},
	);
});

describe('a link that answers a question', () => {
	it('shows the question, what is handed over, who asks and until when, and no decision', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'), { questionField: 'amount' });
		const { page, text, answer } = asked.answer(at('11:30'));

		expect([page.status, answer]).toEqual([200, undefined]);
		for (const said of ['Who signs?', 'Budget', '12000', 'Dana D.', 'Mon 2 March 2026, 15:00']) {
			expect(text).toContain(said);
		}
		expect(page.html).not.toMatch(/name="(decision|name|comment|reason|check)/);
	});

	it('cannot decide, whatever is sent by it', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		const body = { decision: 'accept', name: 'Sam', 'check.capacity': 'yes' };
		expect(asked.answer(at('11:30'), body).page.status).toBe(422);
		const { answer } = asked.answer(at('11:30'), { ...body, answer: 'Ada.' });
		expect(answer).toMatchObject({ leavesBy: 'notify' });
		expect(asked.handoff.outcome).toBeUndefined();
	});

	it('answers once', () => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		asked.answer(at('11:30'), { answer: 'Ada.' });
		const second = asked.answer(at('11:40'), { answer: 'Bob.' });
		expect([second.page.status, second.answer]).toEqual([409, undefined]);
		expect(asked.handoff.request.questions[0]?.answer?.text).toBe('Ada.');
	});

	it.each`
		who              | when                 | status
		${SAM.email}     | ${'Mon 15:01, told'} | ${410}
		${DANA.email}    | ${'Mon 11:30'}       | ${403}
		${'x@evil.test'} | ${'Mon 11:30'}       | ${403}
	`('of $who on $when gives $status', ({ who, when, status }) => {
		const asked = start();
		asked.ask(DANA.email, at('11:00'));
		if (when.endsWith('told')) [asked.wait(), asked.wait()];
		const { page, answer } = asked.answer(at('15:01'), { answer: 'Ada.' }, who);
		expect([page.status, answer]).toEqual([status, undefined]);
	});

	it.each([{ round: '2' }, { answer: '' }, { answer: 'decide' }])(
		'that says %j belongs to nothing that is open',
		(different) => {
			const asked = start();
			asked.ask(DANA.email, at('11:00'));
			const request = {
				...{ handoff: asked.handoff, branding: {}, wording: WORDINGS.en, asksCode: false },
				...{
					clock: startClock({
						name: 'accept',
						target: { minutes: 9, milestones: [], escalateTo: [] },
						calendar: DELIVERY,
						at: at('09:00'),
					}),
				},
			};
			const [question] = asked.handoff.request.questions;
			const query = { to: SAM.email, round: '1', answer: question?.id, ...different };
			const form = { body: { answer: 'Ada.', decision: 'accept', name: 'x' }, key: undefined };
			const { page, answer } = answerVisit({ request, query, form, sign }, at('11:30'));
			expect([page.status, answer]).toEqual([410, undefined]);
		},
	);
});
