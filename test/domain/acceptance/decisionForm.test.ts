import fc from 'fast-check';
import { parse } from 'node:querystring';
import { parseDecisionForm } from '../../../nodes/domain/acceptance/decisionForm';
import type { FormTerms } from '../../../nodes/domain/acceptance/formTerms';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { formName } from '../../../nodes/domain/page/formNames';
import { decisionSchema } from '../../../nodes/domain/handoff/decision';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

const TERMS: FormTerms = {
	checklist: [
		{ id: 'scope', label: 'The scope is clear', required: true },
		{ id: 'team', label: 'A lead is named', required: false },
	],
	returnReasons: [
		{ code: 'incomplete', label: 'Something is missing', needsNote: true },
		{ code: 'capacity', label: 'No capacity', needsNote: false },
	],
	fields: [{ field: 'amount', label: 'Contract value' }],
	by: { name: 'Ana Example', email: 'ana@delivery.example' },
	wording: WORDINGS.en,
};

const ACCEPTED = {
	decision: 'accept',
	name: 'Ana Example',
	'check.scope': 'yes',
	round: '1',
	nonce: 'n',
};
const RETURNED = {
	decision: 'return',
	name: 'Ana Example',
	'reason.incomplete': 'yes',
	'note.incomplete': 'No amount.',
	'field.incomplete': 'amount',
};

const errorsOf = (body: unknown, terms = TERMS): string[] => {
	const form = parseDecisionForm(body, terms);
	return form.kind !== 'refused' ? [] : form.errors.map(({ code, name }) => `${code} ${name}`);
};

describe('parseDecisionForm', () => {
	it('reads an acceptance with its ticks, its name and the receiver of the link', () => {
		expect(parseDecisionForm(ACCEPTED, TERMS)).toMatchObject({
			kind: 'valid',
			round: '1',
			nonce: 'n',
			decision: {
				kind: 'accepted',
				by: { name: 'Ana Example', email: 'ana@delivery.example', proof: 'signedLinkAndName' },
				checklist: [
					{ id: 'scope', label: 'The scope is clear', checked: true },
					{ id: 'team', label: 'A lead is named', checked: false },
				],
				reasons: [],
			},
		});
	});

	it('reads a return with its reasons, notes, fields and comment', () => {
		const form = parseDecisionForm(
			{ ...RETURNED, 'reason.capacity': 'yes', comment: ' Soon. ' },
			TERMS,
		);
		expect(form).toMatchObject({
			decision: {
				kind: 'returned',
				reasons: [
					{
						code: 'incomplete',
						label: 'Something is missing',
						note: 'No amount.',
						field: 'amount',
					},
					{ code: 'capacity', label: 'No capacity', note: '' },
				],
				comment: 'Soon.',
			},
		});
	});

	it.each`
		what                                  | body                                                         | errors
		${'nothing'}                          | ${{}}                                                        | ${['decisionMissing decision', 'nameMissing name']}
		${'two decisions at once'}            | ${{ ...ACCEPTED, decision: ['accept', 'return'] }}           | ${['decisionMissing decision']}
		${'a decision of another kind'}       | ${{ ...ACCEPTED, decision: 'delete' }}                       | ${['decisionMissing decision']}
		${'no name'}                          | ${{ ...ACCEPTED, name: ' \u0000\t' }}                        | ${['nameMissing name']}
		${'a required tick missing'}          | ${{ ...ACCEPTED, 'check.scope': '' }}                        | ${['checkMissing check.scope']}
		${'a return without a reason'}        | ${{ decision: 'return', name: 'A' }}                         | ${['reasonMissing reason.incomplete']}
		${'a note without its reason ticked'} | ${{ decision: 'return', name: 'A', 'note.incomplete': 'x' }} | ${['reasonMissing reason.incomplete']}
		${'a needed note missing'}            | ${{ ...RETURNED, 'note.incomplete': ' ' }}                   | ${['noteMissing note.incomplete']}
		${'a field that the policy lacks'}    | ${{ ...RETURNED, 'field.incomplete': 'salary' }}             | ${['unknown field.incomplete']}
		${'a reason that the request lacks'}  | ${{ ...RETURNED, 'reason.other': 'yes' }}                    | ${['unknown decision']}
		${'an item that the request lacks'}   | ${{ ...ACCEPTED, 'check.other': 'yes' }}                     | ${['unknown decision']}
		${'a name that is too long'}          | ${{ ...ACCEPTED, name: 'x'.repeat(201) }}                    | ${['tooLong name']}
		${'a note that is too long'}          | ${{ ...RETURNED, 'note.incomplete': 'x'.repeat(2001) }}      | ${['tooLong note.incomplete']}
		${'a comment of a megabyte'}          | ${{ ...ACCEPTED, comment: 'x'.repeat(1_000_000) }}           | ${['tooLong comment']}
		${'ticks that are no texts'}          | ${{ ...ACCEPTED, 'check.scope': { yes: true } }}             | ${['checkMissing check.scope']}
	`('refuses $what', ({ body, errors }) => {
		expect(errorsOf(body)).toEqual(errors);
	});

	it.each`
		what                                    | body
		${'an urlencoded form'}                 | ${parse('decision=accept&name=Ana&check.scope=yes&utm=1')}
		${'a multipart form'}                   | ${{ data: ACCEPTED, files: {} }}
		${'names that were sent twice'}         | ${{ ...ACCEPTED, name: ['', 'Ana'], 'check.scope': ['yes', 'yes'] }}
		${'what belongs to the other decision'} | ${{ ...RETURNED, ...ACCEPTED, 'note.incomplete': 'x'.repeat(9000) }}
	`('takes $what', ({ body }) => {
		expect(errorsOf(body)).toEqual([]);
	});

	it('keeps what was typed when it refuses', () => {
		const form = parseDecisionForm(
			{ ...RETURNED, name: '', 'check.team': 'yes', comment: 'c' },
			TERMS,
		);
		expect(form).toMatchObject({
			kind: 'refused',
			typed: {
				decision: 'return',
				checked: ['team'],
				reasons: [
					{ code: 'incomplete', chosen: true, note: 'No amount.', field: 'amount' },
					{ code: 'capacity', chosen: false, note: '', field: '' },
				],
				comment: 'c',
			},
		});
	});

	it('takes a comment for a reason when the policy agrees no reasons', () => {
		const terms = { ...TERMS, returnReasons: [] };
		expect(errorsOf({ decision: 'return', name: 'A', comment: 'Wrong team.' }, terms)).toEqual([]);
		expect(errorsOf({ decision: 'return', name: 'A' }, terms)).toEqual(['reasonMissing comment']);
	});

	it.each([
		undefined,
		null,
		0,
		true,
		'decision=accept',
		[],
		[ACCEPTED],
		{ data: null },
		{ data: [] },
	])('refuses the body %j without throwing', (body) => {
		expect(errorsOf(body)).toContain('decisionMissing decision');
	});

	it('reads ids and codes of any characters back from their form names', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', minLength: 1 }),
				inTime((id) => {
					const terms = { ...TERMS, checklist: [{ id, label: 'x', required: true }] };
					const sent = new URLSearchParams({
						decision: 'accept',
						name: 'A',
						[formName('check', id)]: 'yes',
					});
					expect(errorsOf(parse(sent.toString()), terms)).toEqual([]);
				}),
			),
			draws(),
		);
	});

	it('never gives two ids the same name', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				fc.string({ unit: 'binary' }),
				inTime((one, other) => {
					fc.pre(one !== other);
					expect(formName('check', one)).not.toBe(formName('check', other));
				}),
			),
			draws(),
		);
	});

	it('never throws, and what it lets through is a decision with a name', () => {
		const names = fc.constantFrom(
			...Object.keys({ ...ACCEPTED, ...RETURNED }),
			'__proto__',
			'data',
		);
		const values = fc.oneof(
			fc.constantFrom('accept', 'return', 'yes', 'amount'),
			fc.anything({ withNullPrototype: true, withDate: true, withMap: true }),
		);
		const body = fc.oneof(fc.anything(), fc.dictionary(names, values));
		fc.assert(
			fc.property(
				body,
				inTime((sent) => {
					const form = parseDecisionForm(sent, TERMS);
					if (form.kind === 'refused') {
						expect(form.errors.length).toBeGreaterThan(0);
						return;
					}
					if (form.kind !== 'valid') throw new Error(`nobody may ${form.kind} here`);
					const decision = decisionSchema.parse({ ...form.decision, at: '2026-03-02T09:00:00Z' });
					expect(decision.by.name).not.toBe('');
					if (decision.kind === 'accepted') expect(decision.checklist[0]?.checked).toBe(true);
					else expect(decision.reasons.length).toBeGreaterThan(0);
				}),
			),
			draws(500),
		);
	});
});

describe('parseDecisionForm where the question may be handed on', () => {
	const forwarding = {
		sender: 'sam@example.com',
		asked: ['ben@delivery.example'],
		domains: ['delivery.example'],
	};
	const FORWARD = {
		decision: 'forward',
		name: 'Ana',
		colleagueName: 'Kim',
		colleagueEmail: ' kim@Delivery.example ',
		forwardReason: 'Kim knows the client.',
		round: '1',
	};

	it('reads to whom it goes and why', () => {
		expect(parseDecisionForm(FORWARD, { ...TERMS, forwarding })).toEqual({
			kind: 'forward',
			round: '1',
			nonce: '',
			forward: {
				by: { name: 'Ana', email: 'ana@delivery.example', proof: 'signedLinkAndName' },
				to: { name: 'Kim', email: 'kim@Delivery.example' },
				reason: 'Kim knows the client.',
			},
		});
	});

	it.each([
		['nobody', { colleagueEmail: '' }, 'colleagueEmailMissing colleagueEmail'],
		['the sender', { colleagueEmail: 'SAM@example.com' }, 'colleagueIsSender colleagueEmail'],
		['themselves', { colleagueEmail: 'Ana@delivery.example' }, 'colleagueIsAsked colleagueEmail'],
		[
			'another receiver',
			{ colleagueEmail: 'ben@delivery.example' },
			'colleagueIsAsked colleagueEmail',
		],
		['a stranger', { colleagueEmail: 'kim@else.example' }, 'colleagueIsOutside colleagueEmail'],
		['a person without a name', { colleagueName: ' ' }, 'colleagueNameMissing colleagueName'],
		['somebody for no reason', { forwardReason: '' }, 'forwardReasonMissing forwardReason'],
		['somebody for 501 letters', { forwardReason: 'x'.repeat(501) }, 'tooLong forwardReason'],
	])('refuses to hand it on to %s', (_whom, different, error) => {
		expect(errorsOf({ ...FORWARD, ...different }, { ...TERMS, forwarding })).toEqual([error]);
	});

	it('knows no forwarding where it is off', () => {
		expect(errorsOf(FORWARD)).toEqual(['decisionMissing decision']);
	});

	it('hands it on to any other address where every domain is allowed', () => {
		const anywhere = { sender: 'sam@example.com', asked: [] };
		expect(
			errorsOf(
				{ ...FORWARD, colleagueEmail: 'kim@else.example' },
				{ ...TERMS, forwarding: anywhere },
			),
		).toEqual([]);
	});
});
