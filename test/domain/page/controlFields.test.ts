import type { Control, PlainValue } from '../../../nodes/domain/handoff/control';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { writeControl } from '../../../nodes/domain/page/controlFields';
import type { FormBasis } from '../../../nodes/domain/page/model';
import type { ShownControl } from '../../../nodes/domain/page/shownControl';
import { amount, CONTROLS, date, fieldWith, PLANS } from '../../support/controls';

const BASIS: FormBasis = {
	title: 'Website for Acme',
	senderTeam: 'Sales',
	receiverTeam: 'Delivery',
	wording: WORDINGS.en,
	branding: {},
	timezone: 'UTC',
	errors: [],
};

const HOSTILE = `"><script>alert(1)</script>' onfocus=alert(1) x="\n</textarea></select>&lt;`;

const write = (
	control: Control,
	value: PlainValue,
	more: Partial<ShownControl> = {},
	basis: Partial<FormBasis> = {},
): string =>
	writeControl(
		{ ...BASIS, ...basis },
		{ ...fieldWith(control, value), name: 'value.x', ...more },
	).text.replace(/\s+/g, ' ');

const proposed = (value: unknown) => ({
	proposal: { value, quote: 'we said 9 March', source: 'the call', verified: true },
});

describe('the field for a control', () => {
	it.each`
		control                                                                  | value                   | markup
		${{ kind: 'text', storedAs: 'text' }}                                    | ${'PO-1'}               | ${'type="text" name="value.x" id="value.x" value="PO-1"'}
		${{ kind: 'number', storedAs: 'number' }}                                | ${5}                    | ${'value="5" inputmode="decimal"'}
		${{ kind: 'email' }}                                                     | ${null}                 | ${'type="email"'}
		${{ kind: 'phone' }}                                                     | ${null}                 | ${'type="tel"'}
		${{ kind: 'url' }}                                                       | ${null}                 | ${'type="url"'}
		${date('day')}                                                           | ${null}                 | ${'type="date"'}
		${date('day')}                                                           | ${'1773014400000'}      | ${'type="date" name="value.x" id="value.x" value="2026-03-09"'}
		${date('day')}                                                           | ${'after the holidays'} | ${'Such as 2026-12-31.'}
		${date('day')}                                                           | ${'2026-02-30'}         | ${'type="text"'}
		${{ kind: 'longText' }}                                                  | ${'a'}                  | ${'a</textarea>'}
		${{ kind: 'list', storedAs: 'list' }}                                    | ${['a', 'b']}           | ${'aria-describedby="value.x.hint"'}
		${{ kind: 'choice', options: PLANS }}                                    | ${null}                 | ${'<option value="">Please choose</option>'}
		${{ kind: 'choice', options: PLANS }}                                    | ${'Gold'}               | ${'<option value="Gold" selected>Gold</option>'}
		${{ kind: 'yesNo', yes: 'Ja', no: 'Nein' }}                              | ${'Ja'}                 | ${'value="Ja" checked'}
		${{ kind: 'yesNo', yes: true, no: false }}                               | ${null}                 | ${'value="" checked'}
		${{ kind: 'choices', storedAs: 'list', options: PLANS }}                 | ${['Basic']}            | ${'<input type="hidden" name="value.x" value="" />'}
		${{ kind: 'number', storedAs: 'number', alsoAccepted: ['N/A', 'none'] }} | ${null}                 | ${'Also in order: N/A or none.'}
		${{ ...date('day'), alsoAccepted: ['N/A'] }}                             | ${null}                 | ${'type="text"'}
		${amount('number', { currencyField: 'c', currencies: ['EUR'] })}         | ${null}                 | ${'<option value="EUR" selected> EUR </option>'}
		${amount('number', { currencyField: 'c', currencies: ['EUR'] })}         | ${5}                    | ${'<option value="" selected> Currency </option>'}
		${amount('number', { currencyField: 'c' })}                              | ${5}                    | ${'aria-label="Value: Currency"'}
	`('of $control with $value holds $markup', ({ control, value, markup }) => {
		expect(write(control, value)).toContain(markup);
	});

	it.each(CONTROLS)(
		'%s is named by its label, and by what is wrong with it',
		(_what, control, value) => {
			const errors = [{ code: 'unknown' as const, name: 'value.x', label: '' }];
			const markup = write(control, value, {}, { errors });

			expect(markup).toMatch(
				/<(legend|label class="label" for="value\.x") dir="auto">Value<\/(legend|label) ?>/,
			);
			expect(markup).toMatch(/aria-describedby="(value\.x\.hint )?value\.x\.error"/);
			expect(markup).toContain('aria-invalid="true"');
			expect(markup).toContain(' id="value.x"');
			expect(markup.match(/ id="value\.x"/g)).toHaveLength(1);
		},
	);

	it.each(CONTROLS)('%s lets no text of the record, policy or person through', (_what, control) => {
		const hostile =
			control.kind === 'choice' || control.kind === 'choices'
				? { ...control, options: [HOSTILE] }
				: control;
		const markup = write({ ...hostile, alsoAccepted: [HOSTILE] }, HOSTILE, {
			label: HOSTILE,
			typed: { texts: [HOSTILE], currency: HOSTILE },
			proposal: { value: HOSTILE, quote: HOSTILE, source: HOSTILE, verified: false },
		});

		expect(markup).not.toMatch(/<script|<\/textarea> ?<\/select|" onfocus/);
	});

	it('keeps what was typed, whatever it is', () => {
		const typed = { texts: ['31. Dezember'], currency: '' };

		expect(write(date('day'), '2026-03-09', { typed })).toContain(
			'type="text" name="value.x" id="value.x" value="31. Dezember"',
		);
	});
});

describe('a proposal', () => {
	it.each`
		control                                    | value           | filled
		${date('day')}                             | ${'2026-03-09'} | ${'value="2026-03-09"'}
		${{ kind: 'number', storedAs: 'text' }}    | ${5}            | ${'value="5"'}
		${{ kind: 'choice', options: PLANS }}      | ${'Premium'}    | ${'<option value="Premium" selected>'}
		${{ kind: 'list', storedAs: 'list' }}      | ${['a', 'b']}   | ${'a b</textarea>'}
		${{ kind: 'yesNo', yes: true, no: false }} | ${true}         | ${'value="true" checked'}
	`('of $value is filled in and marked', ({ control, value, filled }) => {
		const markup = write(control, null, proposed(value));

		expect(markup).toContain(filled);
		expect(markup).toContain('Proposed, not confirmed');
		expect(markup).toMatch(/aria-describedby="[^"]*value\.x\.proposed"/);
		expect(markup).toContain('“we said 9 March”');
		expect(markup).toContain('From the call. These words are in the source.');
	});

	it.each`
		control                               | value
		${date('day')}                        | ${'soon'}
		${{ kind: 'choice', options: PLANS }} | ${'Platinum'}
		${{ kind: 'email' }}                  | ${{ to: 'ana@example.com' }}
	`('of $value, which is no such value, is told and not filled in', ({ control, value }) => {
		const markup = write(control, null, proposed(value));

		expect(markup).not.toContain(`value="${value}"`);
		expect(markup).toContain('“we said 9 March”');
	});

	it('gives way to what was typed', () => {
		const typed = { texts: ['2026-04-01'], currency: '' };

		expect(write(date('day'), null, { ...proposed('2026-03-09'), typed })).toContain(
			'value="2026-04-01"',
		);
	});
});
