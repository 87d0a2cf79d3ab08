import fc from 'fast-check';
import { answerFixVisit } from '../../../nodes/domain/fixing/answerFixVisit';
import type { FixArrival } from '../../../nodes/domain/fixing/fixArrival';
import { fixAnswered } from '../../../nodes/domain/fixing/fixRows';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { askedToFix, LEA, missingHandoff, MONDAY_9, SAM } from '../../support/missingHandoff';
import { timesOf } from '../../support/draws';

const state = { handoff: askedToFix(), branding: {}, wording: WORDINGS.en };
const visit = (different: Partial<FixArrival> = {}) =>
	answerFixVisit({ state, query: { to: SAM.email }, ...different }, MONDAY_9);
const send = (body: unknown, to = SAM.email) => visit({ query: { to }, form: { body } });
const COMPLETE = { name: 'Sam', 'value.budget': '5000', 'value.start': '2026-03-16' };

describe('the page of somebody who fixes what is missing', () => {
	it('shows what is theirs, and nothing of the others', () => {
		const { html, status } = visit().page;
		const theirs = visit({ query: { to: LEA.email } }).page.html;

		expect(status).toBe(200);
		expect([html.includes('Budget'), html.includes('NDA')]).toEqual([true, false]);
		expect([theirs.includes('Budget'), theirs.includes('NDA')]).toEqual([false, true]);
		for (const page of [html, theirs]) expect(page).not.toContain('webhook-waiting');
	});

	it('takes values that are in order, for their requirements, and says thank you', () => {
		const { page, answer } = send(COMPLETE);
		const { received } = answer?.envelope.fixing ?? {};

		expect(page.html).toContain('is written to the record now');
		expect(received).toMatchObject({
			by: { name: 'Sam', email: SAM.email },
			at: expect.any(String),
		});
		expect(received?.changes.map(({ field, requirements }) => [field, requirements])).toEqual([
			['budget', ['budget']],
			['start', ['start']],
		]);
		expect(answer?.envelope.message?.to).toEqual([SAM]);
		expect(answer?.envelope.fixing?.links).toEqual([]);
	});

	it('has an empty field where the record holds a word for nothing, and sends none of it', () => {
		const handoff = askedToFix(missingHandoff({ nda: 'tbd' }));
		const theirs = { state: { ...state, handoff }, query: { to: LEA.email } };
		const { html } = visit(theirs).page;
		const sent = visit({ ...theirs, form: { body: { name: 'Lea', 'value.nda': '' } } });

		expect(html).toContain('Found: tbd');
		expect(html).not.toContain('value="tbd"');
		expect(sent.answer).toBeUndefined();
	});

	it('takes a part, and names what is still missing', () => {
		const { page, answer } = send({ name: 'Sam', 'value.budget': '5000' });

		expect(answer).toBeDefined();
		expect(page.html).toContain('Still missing from you: Start.');
	});

	it.each`
		what                      | body                                                 | said
		${'nothing'}              | ${{ name: 'Sam' }}                                   | ${'Fill in at least one field.'}
		${'no name'}              | ${{ 'value.budget': '5000' }}                        | ${'href="#name"'}
		${'what is too low'}      | ${{ ...COMPLETE, 'value.budget': '12' }}             | ${'Budget is below 1000.'}
		${'no day'}               | ${{ ...COMPLETE, 'value.start': 'soon' }}            | ${'href="#value.start"'}
		${'a word for nothing'}   | ${{ ...COMPLETE, 'value.budget': 'n/a' }}            | ${'href="#value.budget"'}
		${"somebody else's part"} | ${{ name: 'Sam', 'value.nda': 'signed' }}            | ${'Fill in at least one field.'}
		${'what is too long'}     | ${{ ...COMPLETE, 'value.start': 'x'.repeat(5_000) }} | ${'href="#value.start"'}
		${'no form at all'}       | ${'x'}                                               | ${'Fill in at least one field.'}
	`('refuses $what beside its field, and keeps what was typed', ({ body, said }) => {
		const { page, answer } = send(body);

		expect(answer).toBeUndefined();
		expect(page.status).toBe(422);
		expect(page.html).toContain(said);
		if (typeof body === 'object' && 'value.budget' in body) {
			expect(page.html).toContain(`value="${body['value.budget']}"`);
		}
	});

	it('gives what was typed back to who was a moment too late', () => {
		const { status, html } = send(COMPLETE).answer?.tooLate() ?? { status: 0, html: '' };

		expect(status).toBe(409);
		expect(html).toContain('Please send yours again.');
		expect(html).toContain('value="5000"');
	});

	it('has nothing to fill in for who has supplied all that is theirs', () => {
		const { fixing } = send(COMPLETE).answer?.envelope ?? {};
		if (fixing?.received === undefined) throw new Error('nothing was received');
		const handoff = fixAnswered(state.handoff, fixing.received);
		const { page } = visit({ state: { ...state, handoff } });

		expect(page.html).toContain('Nothing left to fill in');
		expect(page.html).not.toContain('<form');
	});

	it.each`
		link                         | arrival                                             | status
		${'for somebody else'}       | ${{ query: { to: 'eve@example.com' } }}             | ${403}
		${'for nobody'}              | ${{ query: {} }}                                    | ${403}
		${'for several people'}      | ${{ query: { to: [SAM.email] } }}                   | ${403}
		${'to a forgotten handoff'}  | ${{ state: undefined }}                             | ${400}
		${'with an unreadable form'} | ${{ query: { to: SAM.email }, form: 'unreadable' }} | ${400}
	`('shows nothing behind a link $link', ({ arrival, status }) => {
		const { page, answer } = visit(arrival);

		expect(page.status).toBe(status);
		expect(answer).toBeUndefined();
		expect(page.html).not.toContain('Budget');
	});

	it('speaks the language of the sender', () => {
		const handoff = askedToFix({
			...missingHandoff(),
			sender: { team: 'Vertrieb', ...SAM, language: 'de' },
		});
		const { html } = visit({ state: { ...state, handoff } }).page;

		expect(html).toContain('<html lang="de"');
		expect(html).toContain('Was fehlt');
	});

	it('never throws, never runs what was typed, whatever the form holds', () => {
		const values = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string(), fc.anything());
		const body = fc.record({
			name: values,
			comment: values,
			'value.budget': values,
			'value.start': values,
		});
		fc.assert(
			fc.property(fc.oneof(body, fc.anything()), (form) => {
				const { page } = send(form);
				expect(page.html).not.toMatch(/<(?:script|img|svg|iframe|body onload)/i);
			}),
			{ numRuns: timesOf(100) },
		);
	});
});
