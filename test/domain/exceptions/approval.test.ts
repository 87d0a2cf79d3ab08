import fc from 'fast-check';
import { renderApprovalClosing } from '../../../nodes/domain/exceptions/approvalClosing';
import { parseApprovalForm } from '../../../nodes/domain/exceptions/approvalForm';
import { approvalModel } from '../../../nodes/domain/exceptions/approvalModel';
import { renderApprovalPage } from '../../../nodes/domain/exceptions/approvalPage';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { draws } from '../../support/draws';
import {
	approvalPageModel as model,
	ASKED,
	lackingHandoff,
	LEE,
	MONDAY,
	PURCHASE_ORDER,
	textOf,
} from '../../support/exceptionPages';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { told } from '../../support/told';

const page = renderApprovalPage(model);

describe('the page of an approver', () => {
	it.each([
		['the record', 'Website for Acme'],
		['the teams', 'Sales → Delivery'],
		['what is missing', 'Purchase order is missing'],
		['what was seen', 'Found: follows'],
		['what is expected', 'Expected: a value'],
		['who asks', 'Sam Seller cannot supply one thing'],
		['the reason', 'The client sends it in April.'],
		['until when it is asked for', 'Fri 20 Mar 2026'],
		['the last day', 'Until Wed 1 Apr 2026 at the latest.'],
		['what granting means', 'It can be handed over without it, until the day that you set.'],
	])('shows %s', (_, text) => {
		expect(textOf(page.html)).toContain(text);
	});

	it('has the day that was asked for filled in, and nothing chosen', () => {
		expect(page.html).toContain('value="2026-03-20"');
		expect(page.html).not.toContain(' checked');
	});

	it.each`
		expiresAt       | maxDays      | until
		${'2026-03-20'} | ${undefined} | ${'2026-03-20'}
		${'2026-05-01'} | ${30}        | ${'2026-04-01'}
		${'2026-03-01'} | ${30}        | ${''}
	`('fills in “$until” when $expiresAt was asked for on Mon 2026-03-02', (row) => {
		const asked = { ...ASKED, expiresAt: row.expiresAt };
		const { html } = renderApprovalPage({ ...model, asked, maxDays: row.maxDays });

		expect(html).toMatch(new RegExp(`name="until"\\s+id="until"\\s+value="${row.until}"`));
	});

	it('loads nothing, runs nothing, and may stand in no frame', () => {
		expect(page.html).not.toMatch(/<script|<link|<iframe|\son\w+=/i);
		expect(page.headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
		expect(page.headers['Referrer-Policy']).toBe('no-referrer');
		expect(page.status).toBe(200);
	});

	it('shows nothing of what else is missing, and no link of anybody', () => {
		const shown = approvalModel(
			{
				...{ handoff: lackingHandoff(), asked: ASKED, approver: LEE },
				...{ branding: {}, wording: WORDINGS.en, timezone: 'Europe/Berlin' },
			},
			MONDAY,
		);
		const html = shown === undefined ? '' : renderApprovalPage(shown).html;

		expect(html).toContain('Purchase order');
		expect(html).not.toContain('Amount');
		expect(html).not.toContain('17.5');
		expect(html).not.toContain('cora@example.com');
		expect(html).not.toContain('signature');
	});

	it('is not made when nothing is missing any more', () => {
		const { verdict, ...handoff } = lackingHandoff();
		const complete = { ...handoff, verdict: verdict && { ...verdict, findings: [] } };
		const visit = {
			...{ handoff: complete, asked: ASKED, approver: LEE },
			...{ branding: {}, wording: WORDINGS.en, timezone: 'UTC' },
		};

		expect(approvalModel(visit, MONDAY)).toBeUndefined();
	});

	it('comes back with what was typed and what is wrong on top', () => {
		const typed = { decision: 'refuse', until: '2026-03-20', refusal: 'No.', name: 'Lee' } as const;
		const errors = [{ code: 'exceptionReasonMissing', name: 'refusal', label: 'PO' } as const];
		const refused = renderApprovalPage({ ...model, typed, errors });

		expect(refused.status).toBe(422);
		expect(refused.html).toContain('href="#refusal"');
		expect(refused.html).toMatch(/value="refuse"\s+id="decision\.refuse"\s+checked/);
		expect(refused.html).toContain('aria-invalid="true"');
	});

	it.each(HOSTILE_TEXTS)('lets no text out of its place: %j', (text) => {
		const { html } = renderApprovalPage({
			...model,
			...{ title: text, senderTeam: text, receiverTeam: text, recordUrl: text, recordSystem: text },
			...{
				policy: { name: text, version: text },
				reader: { name: text, email: text },
			},
			gap: { ...PURCHASE_ORDER, ...told(), label: text, seen: text, message: text },
			asked: { ...ASKED, reason: text, expiresAt: text, by: { name: text, email: text } },
			typed: { until: text, refusal: text, name: text },
		});

		expect(html).not.toMatch(/<(?:script|img|svg|iframe|object|base)\b/i);
		expect(html.match(/<form/g)).toHaveLength(1);
		expect(html).not.toMatch(/href="\s*javascript:/i);
	});

	it.each(Object.values(WORDINGS))('is written in $language without a gap', (wording) => {
		expect(textOf(renderApprovalPage({ ...model, wording }).html)).not.toMatch(/\{\w+\}/);
	});
});

describe('parseApprovalForm', () => {
	const terms = {
		label: 'Purchase order',
		maxDays: 30,
		placeholders: [],
		now: MONDAY,
	};
	const parse = (body: unknown) => parseApprovalForm(body, terms);
	const errorsOf = (body: unknown) => {
		const form = parse(body);
		return form.kind === 'incomplete' ? form.errors.map(({ code }) => code) : form.kind;
	};
	const GRANT = { decision: 'grant', until: '2026-03-20', name: 'Lee Head' };
	const REFUSE = { decision: 'refuse', refusal: 'Accounting cannot book it.', name: 'Lee Head' };

	it('reads what was granted and what was refused', () => {
		expect(parse(GRANT)).toEqual({
			...{ kind: 'grant', until: '2026-03-20', name: 'Lee Head' },
		});
		expect(parse({ data: REFUSE })).toMatchObject({
			...{ kind: 'refuse', reason: 'Accounting cannot book it.' },
		});
	});

	it.each`
		what                            | body                                           | errors
		${'nothing'}                    | ${undefined}                                   | ${['approvalMissing', 'nameMissing']}
		${'a list'}                     | ${[GRANT]}                                     | ${['approvalMissing', 'nameMissing']}
		${'no choice'}                  | ${{ ...GRANT, decision: '' }}                  | ${['approvalMissing']}
		${'both choices'}               | ${{ ...GRANT, decision: ['grant', 'refuse'] }} | ${['approvalMissing']}
		${'a choice of another page'}   | ${{ ...GRANT, decision: 'accept' }}            | ${['approvalMissing']}
		${'a day that has passed'}      | ${{ ...GRANT, until: '2026-03-01' }}           | ${['exceptionUntilPast']}
		${'a day beyond the policy'}    | ${{ ...GRANT, until: '2026-04-02' }}           | ${['exceptionUntilLong']}
		${'a far year'}                 | ${{ ...GRANT, until: '9999-12-31' }}           | ${['exceptionUntilUnread']}
		${'no day'}                     | ${{ ...GRANT, until: '' }}                     | ${['exceptionUntilMissing']}
		${'no reason'}                  | ${{ ...REFUSE, refusal: ' ' }}                 | ${['exceptionReasonMissing']}
		${'a placeholder for a reason'} | ${{ ...REFUSE, refusal: 'n/a' }}               | ${['exceptionReasonMissing']}
		${'no name'}                    | ${{ ...REFUSE, name: '' }}                     | ${['nameMissing']}
		${'too long a name'}            | ${{ ...REFUSE, name: 'x'.repeat(201) }}        | ${['tooLong']}
		${'the other field as well'}    | ${{ ...GRANT, refusal: 'n/a' }}                | ${'grant'}
	`('$what gives $errors on Mon 2026-03-02', ({ body, errors }) => {
		expect(errorsOf(body)).toEqual(errors);
	});

	it('never grants beyond what the policy allows, whatever comes', () => {
		fc.assert(
			fc.property(
				fc.record({
					decision: fc.oneof(fc.constant('grant'), fc.string(), fc.array(fc.string())),
					until: fc.oneof(
						fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
						fc.string(),
					),
					refusal: fc.anything(),
					name: fc.oneof(fc.string(), fc.anything()),
				}),
				(body) => {
					const form = parse(body);
					if (form.kind !== 'grant') return;
					expect(form.until >= '2026-03-02' && form.until <= '2026-04-01').toBe(true);
				},
			),
			draws(2000),
		);
	});
});

describe('the page that ends the visit of an approver', () => {
	it.each([
		[
			{ kind: 'granted', label: 'PO', until: '2026-03-20', asker: 'Sam' },
			200,
			'The exception for “PO” holds until Fri 20 Mar 2026. Sam is being told.',
		],
		[
			{ kind: 'refused', label: 'PO', asker: 'Sam' },
			200,
			'“PO” has to be supplied. Sam is being told why.',
		],
		[
			{ kind: 'alreadyGranted', label: 'PO', approver: 'Cora', until: '2026-03-20' },
			409,
			'Cora granted the exception for “PO” until Fri 20 Mar 2026. Nothing that you send now is counted.',
		],
		[
			{ kind: 'alreadyRefused', label: 'PO', approver: 'Cora', reason: 'No.' },
			409,
			'Cora refused the exception for “PO”: No.',
		],
		[{ kind: 'void', label: 'PO' }, 410, '“PO” is not missing any more.'],
		[{ kind: 'closed' }, 410, 'This link is no longer valid'],
		[{ kind: 'notYours' }, 403, 'never who asks'],
		[{ kind: 'unreadable' }, 400, 'We could not read what was sent'],
		[{ kind: 'busy' }, 409, 'Nothing you sent was counted.'],
	] as const)('$kind', (closing, status, text) => {
		const closed = renderApprovalClosing(model, closing);

		expect(closed.status).toBe(status);
		expect(textOf(closed.html).replace(/\s+/g, ' ')).toContain(text);
		expect(closed.html).not.toContain('<form');
	});
});
