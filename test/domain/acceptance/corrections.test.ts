import { correctDecision } from '../../../nodes/domain/acceptance/correctDecision';
import { recordDecision } from '../../../nodes/domain/acceptance/decide';
import { parseDecisionForm } from '../../../nodes/domain/acceptance/decisionForm';
import { recordVote } from '../../../nodes/domain/acceptance/vote';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import { correctableNow } from '../../../nodes/domain/acceptance/rejudge';
import type { AskedHandoff } from '../../../nodes/domain/handoff/askedHandoff';
import { handoffSchema } from '../../../nodes/domain/handoff/envelope';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { formatInstant } from '../../../nodes/domain/base/instant';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { startClock } from '../../../nodes/domain/time/clock';
import { targetSchema } from '../../../nodes/domain/time/target';
import { dealPolicyDocument, dealWith, MONDAY } from '../readiness/dealPolicy';

const ROBIN = { name: 'Robin', email: 'robin@delivery.example' };
const DANA = { name: 'Dana', email: 'dana@delivery.example' };
const AT = formatInstant(MONDAY);

const policyOf = (correctable: string[]) =>
	compilePolicy(
		parsePolicy({
			...dealPolicyDocument,
			acceptance: { ...dealPolicyDocument.acceptance, correctable },
		}),
	);

const OPEN_ALL_DAY = {
	timezone: 'UTC',
	weekly: { mon: [['00:00', '24:00'] as [string, string]] },
	holidays: [],
	exceptions: {},
};

/** A deal that both Robin and Dana are asked about. */
function asked(
	properties: Record<string, unknown> = {},
	correctable = ['properties.amount', 'properties.kickoff', 'properties.scope'],
): AskedHandoff {
	const compiled = policyOf(correctable);
	const record = dealWith(properties);
	const verdict = evaluateReadiness(compiled, record, { now: MONDAY, mode: 'enforce' });
	const handoff = openHandoff({ compiled, record, verdict, now: MONDAY });
	const target = targetSchema.parse({ minutes: 60 });
	const clock = startClock({ name: 'accept', target, calendar: OPEN_ALL_DAY, at: MONDAY });
	const request = openRequest(handoff, {
		receivers: [ROBIN, DANA],
		clock,
		round: 1,
		now: MONDAY,
		acceptancesNeeded: 2,
		signLink: ({ email }) => `https://flow.example/?to=${email}`,
	});
	return handoffSchema.required({ request: true }).parse(JSON.parse(JSON.stringify(request)));
}

const ACCEPT = { decision: 'accept', name: 'Robin', 'check.read': 'yes', round: '1' };
const SHOWN = {
	'correct.properties.2e.amount': '5000',
	'correct.properties.2e.kickoff': '2026-03-09',
	'correct.properties.2e.scope': 'Two sites, one portal',
};

function send(handoff: AskedHandoff, fields: Record<string, string>) {
	const form = parseDecisionForm(
		{ ...ACCEPT, ...SHOWN, ...fields },
		{
			checklist: handoff.request.checklist,
			returnReasons: [],
			fields: [],
			by: ROBIN,
			correctable: correctableNow(handoff),
			wording: WORDINGS.en,
		},
	);
	return correctDecision(form, { handoff }, MONDAY);
}

const typedAmount = (text: string) => ({
	field: 'properties.amount',
	texts: { texts: [text], currency: '' },
});

/** The decision that a form makes; fails when it makes none. */
function decisionOf(handoff: AskedHandoff, fields: Record<string, string>) {
	const form = send(handoff, fields);
	if (form.kind !== 'valid') throw new Error(`the form is ${form.kind}`);
	return { ...form.decision, at: AT };
}

describe('a correction by the receiving team', () => {
	it('is marked with the old and the new value, and judged again by the policy', () => {
		const decision = decisionOf(asked(), { 'correct.properties.2e.amount': '7500' });

		expect(decision.corrections).toEqual([
			{
				field: 'properties.amount',
				label: 'Amount',
				from: '5000',
				to: '7500',
				by: ROBIN,
				at: AT,
			},
		]);
		expect(decision.correctedVerdict).toMatchObject({ ready: true, findings: [] });
	});

	it('is none when what was shown comes back unchanged', () => {
		const decision = decisionOf(asked(), {});

		expect(decision).not.toHaveProperty('corrections');
		expect(decision).not.toHaveProperty('correctedVerdict');
	});

	it.each`
		what                                  | fields                                               | refused
		${'takes a value that must be there'} | ${{ 'correct.properties.2e.amount': '' }}            | ${{ label: 'Amount', finding: { shortfall: 'is missing' } }}
		${'names a day that is too soon'}     | ${{ 'correct.properties.2e.kickoff': '2026-03-03' }} | ${{ label: 'Kick-off date' }}
		${'makes another requirement apply'}  | ${{ 'correct.properties.2e.amount': '20000' }}       | ${{ label: 'Purchase order', finding: { shortfall: 'is missing' } }}
	`('is refused when it $what', ({ fields, refused }) => {
		const form = send(asked(), fields);

		expect(form).toMatchObject({
			kind: 'refused',
			errors: [{ code: 'correctionRefused', ...refused }],
			typed: { name: 'Robin' },
			corrected: { ready: false },
		});
	});

	it('is not refused for what was open before', () => {
		const decision = decisionOf(asked({ amount: '20000' }), {
			'correct.properties.2e.amount': '30000',
		});

		expect(decision.correctedVerdict).toMatchObject({
			ready: false,
			findings: [{ requirementId: 'po' }],
		});
	});

	it('keeps a number a number, and a field that lost its value without one', () => {
		const values = (properties: Record<string, unknown>, fields: Record<string, string>) =>
			decisionOf(asked(properties), fields).corrections?.map(({ from, to }) => [from, to]);

		expect(values({ amount: 5000 }, { 'correct.properties.2e.amount': '7500.5' })).toEqual([
			[5000, 7500.5],
		]);
		expect(values({}, { 'correct.properties.2e.scope': ' ' })).toEqual([
			['Two sites, one portal', null],
		]);
	});

	it('only shows what it would mean when that is asked for', () => {
		const form = send(asked(), { preview: 'yes', 'correct.properties.2e.amount': '20000' });

		expect(form).toMatchObject({
			kind: 'preview',
			typed: {
				corrections: expect.arrayContaining([typedAmount('20000')]),
			},
			corrected: { ready: false, open: [{ label: 'Purchase order', shortfall: 'is missing' }] },
		});
	});

	it('survives a form that is refused for something else', () => {
		const form = send(asked(), { name: '', 'correct.properties.2e.amount': '7500' });

		expect(form).toMatchObject({
			kind: 'refused',
			errors: [{ code: 'nameMissing' }],
			typed: {
				corrections: expect.arrayContaining([typedAmount('7500')]),
			},
		});
	});

	it.each`
		what                                   | fields
		${'a field that nobody may correct'}   | ${{ 'correct.properties.2e.channel': '#evil' }}
		${'a field that the policy never saw'} | ${{ 'correct.__proto__': 'x' }}
	`('refuses $what', ({ fields }) => {
		expect(send(asked(), fields)).toMatchObject({ kind: 'refused', errors: [{ code: 'unknown' }] });
	});

	it('stands before the next receiver, and all of them go with the decision that counts', () => {
		const handoff = asked();
		const first = decisionOf(handoff, { 'correct.properties.2e.amount': '7500' });
		const voted = recordVote(handoff, first);
		expect(correctableNow(voted)[0]).toMatchObject({ value: '7500' });

		const second = decisionOf(voted, {
			'correct.properties.2e.amount': '7500',
			'correct.properties.2e.scope': 'Three sites',
		});
		const accepted = recordDecision(voted, { ...second, by: { ...second.by, ...DANA } }, MONDAY);

		expect(accepted.decision?.corrections?.map(({ to }) => to)).toEqual(['7500', 'Three sites']);
		expect(JSON.parse(voted.event?.data ?? '').corrections).toHaveLength(1);
		expect(JSON.parse(accepted.event?.data ?? '').corrections).toHaveLength(2);
	});

	it('leaves what the gate kept of the record as it was', () => {
		const handoff = asked();
		const before = JSON.stringify(handoff);
		send(handoff, { 'correct.properties.2e.amount': '20000' });

		expect(JSON.stringify(handoff)).toBe(before);
	});

	describe('of a list', () => {
		const scope = (value: unknown, typed: string) =>
			decisionOf(asked({ scope: value }), { 'correct.properties.2e.scope': typed }).corrections;
		const labels = (properties: Record<string, unknown>) =>
			asked(properties).agreed.correction?.fields.map(({ label }) => label);

		it('is typed with one entry a line, and handed on as a list', () => {
			expect(scope(['Two sites', 7], 'Two sites\r\n 7 \r\n\r\nOne portal')).toMatchObject([
				{ from: ['Two sites', 7], to: ['Two sites', 7, 'One portal'] },
			]);
		});

		it('is none when only the line breaks came back another way', () => {
			expect(scope(['Two sites', 'One portal'], 'Two sites\r\nOne portal\r\n')).toBeUndefined();
		});

		it('is refused when it takes the last entry of a list that must not be empty', () => {
			const fields = ['properties.amount', 'properties.kickoff', 'properties.scope'];
			const handoff = asked({ amount: '20000', po: ['PO-1'] }, [...fields, 'properties.po']);
			const form = send(handoff, {
				'correct.properties.2e.amount': '20000',
				'correct.properties.2e.po': ' ',
			});

			expect(form).toMatchObject({
				kind: 'refused',
				errors: [
					{
						code: 'correctionRefused',
						label: 'Purchase order',
						finding: { shortfall: 'is missing' },
					},
				],
			});
		});

		it('is not offered where an entry has lines or members of its own', () => {
			expect(labels({ scope: ['a'] })).toContain('Scope');
			expect(labels({ scope: ['a\nb'] })).not.toContain('Scope');
			expect(labels({ scope: [{ site: 1 }] })).not.toContain('Scope');
		});
	});

	it.each`
		field                   | value            | control
		${'properties.scope'}   | ${true}          | ${{ kind: 'yesNo', yes: true, no: false }}
		${'properties.scope'}   | ${['Two sites']} | ${{ kind: 'list', storedAs: 'list' }}
		${'properties.amount'}  | ${'5000'}        | ${{ kind: 'number', storedAs: 'text' }}
		${'properties.kickoff'} | ${null}          | ${{ kind: 'date', storedAs: 'day' }}
	`('is made by $control for $field, which is $value', ({ field, value, control }) => {
		const [known] =
			asked({ [field.split('.')[1]]: value }, [field]).agreed.correction?.fields ?? [];

		expect(known?.control).toMatchObject(control);
	});

	it('is offered for plain values only, and only where the policy allows it', () => {
		expect(
			asked({ amount: { value: 5 } }).agreed.correction?.fields.map(({ label }) => label),
		).toEqual(['Kick-off date', 'Scope']);
		expect(asked({}, []).agreed).not.toHaveProperty('correction');
		expect(() => policyOf(['properties.margin'])).toThrow(
			'acceptance.correctable: names “properties.margin”, which no requirement judges and the packet does not show',
		);
	});
});
