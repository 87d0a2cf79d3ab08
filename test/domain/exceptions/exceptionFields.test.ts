import { writeExceptionFields } from '../../../nodes/domain/exceptions/exceptionFields';
import { readExceptionFields } from '../../../nodes/domain/exceptions/exceptionForm';
import { waivableGap } from '../../../nodes/domain/exceptions/waivableGap';
import type { KeptException } from '../../../nodes/domain/life/exceptions';
import { readFormBody } from '../../../nodes/domain/page/formBody';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import {
	AMOUNT,
	ASKED,
	CORA,
	fieldsModel,
	LEE,
	MONDAY,
	PURCHASE_ORDER,
	SAM,
	TERMS,
	textOf,
} from '../../support/exceptionPages';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { inTime } from '../../support/timeLimit';

const kept = (more: Partial<KeptException> = {}): KeptException => ({
	...{ requirementId: 'po', told: false, askers: [SAM.email], times: 1 },
	...more,
});
const may = (asker = SAM.email, known?: KeptException, terms = TERMS) =>
	waivableGap(terms, PURCHASE_ORDER, { asker, kept: known });

describe('waivableGap', () => {
	it('asks all approvers who have an address', () => {
		expect(may()).toEqual({ may: true, approvers: [LEE, CORA] });
	});

	it('never asks who asks, nor who has asked before', () => {
		expect(may('LEE@example.com ')).toEqual({ may: true, approvers: [CORA] });
		expect(may(SAM.email, kept({ askers: [CORA.email] }))).toEqual({ may: true, approvers: [LEE] });
	});

	it.each<[string, ReturnType<typeof may>, string]>([
		[
			'the policy does not allow it',
			may(SAM.email, undefined, { ...TERMS, allowed: [] }),
			'notAllowed',
		],
		[
			'the policy allows none at all',
			waivableGap(undefined, PURCHASE_ORDER, { asker: '', kept: undefined }),
			'notAllowed',
		],
		[
			'nobody has an address',
			may(SAM.email, undefined, { ...TERMS, approvers: [{ name: 'Lee', email: '' }] }),
			'nobodyToAsk',
		],
		[
			'who asks is the only approver',
			may(LEE.email, undefined, { ...TERMS, approvers: [LEE] }),
			'nobodyToAsk',
		],
		['it is asked for already', may(SAM.email, kept({ asked: ASKED })), 'asked'],
		['it was asked for three times', may(SAM.email, kept({ times: 3 })), 'tooOften'],
	])('refuses when %s', (_, waivable, why) => {
		expect(waivable).toEqual({ may: false, why });
	});
});

describe('writeExceptionFields', () => {
	const write = (more: Partial<typeof fieldsModel> = {}) =>
		writeExceptionFields({ ...fieldsModel, ...more }, PURCHASE_ORDER).text;

	it('asks why and until when, and says who decides and the last day', () => {
		const text = textOf(write());

		expect(text).toContain('This cannot be supplied');
		expect(text).toContain('Lee Head or Cora Chief decides, never you.');
		expect(text).toContain('Until Wed 1 Apr 2026 at the latest.');
		expect(write()).toContain('type="date"');
		expect(write()).not.toContain('open>');
	});

	it('is empty where the policy allows none', () => {
		expect(writeExceptionFields(fieldsModel, AMOUNT).text).toBe('');
		expect(write({ terms: undefined })).toBe('');
	});

	it('says that an answer is waited for, and asks nothing then', () => {
		const html = write({ kept: [kept({ asked: ASKED })] });

		expect(textOf(html)).toContain('Sam Seller asked for an exception until Fri 20 Mar 2026');
		expect(html).not.toContain('<details');
	});

	it('says why it was refused, and that it may not be asked for again after three times', () => {
		const refused = { by: 'Lee Head', reason: 'Accounting cannot book it.', at: '' };
		const once = write({ kept: [kept({ refused })] });
		const thrice = write({ kept: [kept({ refused, times: 3 })] });

		expect(textOf(once)).toContain('Lee Head refused the exception: Accounting cannot book it.');
		expect(once).toContain('<details');
		expect(textOf(thrice)).toContain('as often as it may be');
		expect(thrice).not.toContain('<details');
	});

	it('stays open with what was typed, also what is no day', () => {
		const html = write({ wanted: [{ requirementId: 'po', reason: 'Later', until: 'in May' }] });

		expect(html).toContain(' open');
		expect(html).toContain('Later');
		expect(html).toContain('value="in May"');
	});

	it.each(HOSTILE_TEXTS)('lets no text out of its place: %j', (text) => {
		const html = write({
			wanted: [{ requirementId: 'po', reason: text, until: text }],
			kept: [kept({ refused: { by: text, reason: text, at: text } })],
			terms: { ...TERMS, approvers: [{ name: text, email: 'x@example.com' }] },
		});

		expect(html).not.toMatch(/<(?:script|img|svg|iframe|a)\b/i);
		expect(html.match(/<details/g)).toHaveLength(1);
	});

	it.each(Object.values(WORDINGS))('is written in $language without a gap', (wording) => {
		expect(write({ wording })).not.toMatch(/\{\w+\}/);
	});
});

describe('readExceptionFields', () => {
	const read = (body: unknown, terms: typeof TERMS | undefined = TERMS) =>
		readExceptionFields(readFormBody(body), PURCHASE_ORDER, { now: MONDAY, terms });
	const errorsOf = (body: unknown) => {
		const form = read(body);
		return form.kind === 'refused' ? form.errors.map(({ code }) => code) : form.kind;
	};
	const REASON = 'The client sends it in April.';

	it('reads what is asked for', () => {
		expect(read({ 'why.po': ` ${REASON} `, 'until.po': '2026-03-20' })).toEqual({
			kind: 'asked',
			exception: { requirementId: 'po', reason: REASON, until: '2026-03-20' },
		});
	});

	it.each([[{}], [undefined], [{ 'why.po': ' ', 'until.po': '' }], [{ 'why.amount': REASON }]])(
		'asks for nothing when %j came in',
		(body) => {
			expect(errorsOf(body)).toBe('none');
		},
	);

	it.each`
		reason     | until                     | errors
		${''}      | ${'2026-03-20'}           | ${['exceptionReasonMissing']}
		${'n/a'}   | ${'2026-03-20'}           | ${['exceptionReasonMissing']}
		${'TBD'}   | ${'2026-03-20'}           | ${['exceptionReasonMissing']}
		${'asdf'}  | ${'2026-03-20'}           | ${['exceptionReasonMissing']}
		${'.'}     | ${'2026-03-20'}           | ${['exceptionReasonMissing']}
		${'Folgt'} | ${'2026-03-20'}           | ${['exceptionReasonMissing']}
		${REASON}  | ${''}                     | ${['exceptionUntilMissing']}
		${REASON}  | ${'20.03.2026'}           | ${['exceptionUntilUnread']}
		${REASON}  | ${'2026-02-30'}           | ${['exceptionUntilUnread']}
		${REASON}  | ${'9999-12-31'}           | ${['exceptionUntilUnread']}
		${REASON}  | ${'2026-03-20T10:00:00Z'} | ${['exceptionUntilUnread']}
		${REASON}  | ${'2026-03-01'}           | ${['exceptionUntilPast']}
		${REASON}  | ${'2026-04-02'}           | ${['exceptionUntilLong']}
		${REASON}  | ${'2026-04-01'}           | ${'asked'}
		${REASON}  | ${'2026-03-02'}           | ${'asked'}
		${'n/a'}   | ${'soon'}                 | ${['exceptionReasonMissing', 'exceptionUntilUnread']}
	`('“$reason” until “$until” gives $errors on Mon 2026-03-02', ({ reason, until, errors }) => {
		expect(errorsOf({ 'why.po': reason, 'until.po': until })).toEqual(errors);
	});

	it('keeps what was typed, and cuts nothing in silence', () => {
		const long = 'so long '.repeat(400);
		const form = read({ 'why.po': long, 'until.po': '2026-03-20' });

		expect(form).toMatchObject({ kind: 'refused', errors: [{ code: 'tooLong' }] });
		expect(form.kind === 'refused' && form.typed.until).toBe('2026-03-20');
	});

	it('refuses fields that no page of ours has', () => {
		expect(
			readExceptionFields(
				readFormBody({ 'why.po': REASON, 'until.po': '2026-03-20' }),
				PURCHASE_ORDER,
				{ now: MONDAY, terms: undefined },
			),
		).toMatchObject({ kind: 'refused', errors: [{ code: 'unknown' }] });
	});

	it('is quick with hostile texts', () => {
		const quickly = inTime(errorsOf, 200);
		for (const text of [...HOSTILE_TEXTS, 'x'.repeat(1e6), '-'.repeat(1e6), ' '.repeat(1e6)]) {
			quickly({ 'why.po': text, 'until.po': text });
		}
	});
});
