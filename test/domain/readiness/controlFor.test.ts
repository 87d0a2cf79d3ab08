import { controlFor, controlOfOneField } from '../../../nodes/domain/readiness/controlFor';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { yesNoPair } from '../../../nodes/domain/readiness/yesNoPair';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';

const policyWith = (checks: unknown[], more: object = {}) =>
	compilePolicy(
		parsePolicy({
			id: 'p',
			record: { id: 'id' },
			sources: checks.some((check) => JSON.stringify(check).includes('agrees'))
				? { 'properties.value': { systemOfRecord: 'a', values: { a: 'a', b: 'b' } } }
				: {},
			requirements: checks.map((check, index) => ({
				id: `r${index}`,
				label: 'Value',
				field: 'properties.value',
				check,
			})),
			...more,
		}),
	);

/** The control for the first requirement of a policy, by what the record holds. */
function controlOf(checks: unknown[], value: unknown, beside?: unknown) {
	const compiled = policyWith(checks);
	const [requirement] = compiled.requirements;
	const record = { id: '1', properties: { value, currency: beside } };
	return requirement && controlFor(requirement, compiled, record)?.control;
}

const MONEY = { kind: 'money', currencies: ['EUR', 'USD'], currencyField: 'properties.currency' };
const PICK = { kind: 'list', each: { check: { kind: 'oneOf', values: ['a', 'b'] } } };

describe('the control for a requirement', () => {
	it.each`
		check                                     | kind          | more
		${{ kind: 'present' }}                    | ${'text'}     | ${{ storedAs: 'text' }}
		${{ kind: 'text', minLength: 10 }}        | ${'text'}     | ${{ storedAs: 'text' }}
		${{ kind: 'text', minLength: 80 }}        | ${'longText'} | ${{}}
		${{ kind: 'number', decimal: ',' }}       | ${'number'}   | ${{ storedAs: 'number', decimal: ',' }}
		${{ kind: 'money', min: 1 }}              | ${'amount'}   | ${{ storedAs: 'number', currencies: [] }}
		${MONEY}                                  | ${'amount'}   | ${{ storedAs: 'number', currencyField: 'properties.currency' }}
		${{ kind: 'money', currencies: ['EUR'] }} | ${'amount'}   | ${{ storedAs: 'withCurrency' }}
		${{ kind: 'date' }}                       | ${'date'}     | ${{ storedAs: 'day' }}
		${{ kind: 'date', format: 'dd.MM.yyyy' }} | ${'date'}     | ${{ storedAs: 'format' }}
		${{ kind: 'oneOf', values: ['a', 1] }}    | ${'choice'}   | ${{ options: ['a', 1] }}
		${PICK}                                   | ${'choices'}  | ${{ storedAs: 'list', options: ['a', 'b'] }}
		${{ ...PICK, separator: ';' }}            | ${'choices'}  | ${{ storedAs: 'text', separator: ';' }}
		${{ kind: 'boolean' }}                    | ${'yesNo'}    | ${{ yes: true, no: false }}
		${{ kind: 'email' }}                      | ${'email'}    | ${{}}
		${{ kind: 'phone' }}                      | ${'phone'}    | ${{}}
		${{ kind: 'url' }}                        | ${'url'}      | ${{}}
		${{ kind: 'list', min: 2 }}               | ${'list'}     | ${{ storedAs: 'list' }}
		${{ kind: 'list', separator: ',' }}       | ${'list'}     | ${{ storedAs: 'text', separator: ',' }}
		${{ kind: 'matchesField', field: 'x' }}   | ${'text'}     | ${{}}
	`('of $check is $kind where the record has no value', ({ check, kind, more }) => {
		for (const nothing of [undefined, null, '']) {
			expect(controlOf([check], nothing)).toMatchObject({ kind, ...more });
		}
	});

	it.each`
		system          | check                                     | value                             | control
		${'HubSpot'}    | ${{ kind: 'number' }}                     | ${'12'}                           | ${{ storedAs: 'text' }}
		${'Pipedrive'}  | ${{ kind: 'number' }}                     | ${12}                             | ${{ storedAs: 'number' }}
		${'HubSpot'}    | ${MONEY}                                  | ${'48000'}                        | ${{ storedAs: 'text' }}
		${'Salesforce'} | ${MONEY}                                  | ${48000}                          | ${{ storedAs: 'number' }}
		${'a sheet'}    | ${{ kind: 'money' }}                      | ${'€ 48.000,00'}                  | ${{ storedAs: 'withCurrency' }}
		${'a sheet'}    | ${MONEY}                                  | ${'€ 48.000,00'}                  | ${{ storedAs: 'text' }}
		${'Salesforce'} | ${{ kind: 'date' }}                       | ${'2026-03-09'}                   | ${{ storedAs: 'day' }}
		${'Salesforce'} | ${{ kind: 'date' }}                       | ${'2026-03-09T10:00:00.000+0000'} | ${{ storedAs: 'time' }}
		${'HubSpot'}    | ${{ kind: 'date' }}                       | ${'1773014400000'}                | ${{ storedAs: 'millisecondsText' }}
		${'ClickUp'}    | ${{ kind: 'date' }}                       | ${1_773_014_400_000}              | ${{ storedAs: 'milliseconds' }}
		${'a sheet'}    | ${{ kind: 'date' }}                       | ${46_090}                         | ${{ storedAs: 'day' }}
		${'a sheet'}    | ${{ kind: 'date', format: 'dd.MM.yyyy' }} | ${'2026-03-09'}                   | ${{ storedAs: 'day' }}
		${'a sheet'}    | ${{ kind: 'date', format: 'dd.MM.yyyy' }} | ${'09.03.2026'}                   | ${{ storedAs: 'format' }}
		${'HubSpot'}    | ${{ kind: 'boolean' }}                    | ${'false'}                        | ${{ yes: 'true', no: 'false' }}
		${'Zoho'}       | ${{ kind: 'boolean' }}                    | ${true}                           | ${{ yes: true, no: false }}
		${'Pipedrive'}  | ${{ kind: 'boolean' }}                    | ${0}                              | ${{ yes: 1, no: 0 }}
		${'a sheet'}    | ${{ kind: 'boolean' }}                    | ${'YES'}                          | ${{ yes: 'YES', no: 'NO' }}
		${'HubSpot'}    | ${{ kind: 'oneOf', values: [1, 2] }}      | ${'1'}                            | ${{ options: ['1', '2'] }}
		${'HubSpot'}    | ${PICK}                                   | ${'a;b'}                          | ${{ storedAs: 'text', separator: ';' }}
		${'Zoho'}       | ${PICK}                                   | ${['a']}                          | ${{ kind: 'choices', storedAs: 'list' }}
		${'monday'}     | ${{ kind: 'list' }}                       | ${'["a"]'}                        | ${{ storedAs: 'json' }}
		${'Airtable'}   | ${{ kind: 'oneOf', values: ['a'] }}       | ${['a']}                          | ${{ kind: 'choices', storedAs: 'list' }}
		${'Airtable'}   | ${{ kind: 'email' }}                      | ${['ana@example.com']}            | ${{ kind: 'list', storedAs: 'list' }}
		${'Zoho'}       | ${{ kind: 'present' }}                    | ${true}                           | ${{ kind: 'yesNo' }}
		${'Zoho'}       | ${{ kind: 'present' }}                    | ${7}                              | ${{ kind: 'text', storedAs: 'number' }}
		${'Zoho'}       | ${{ kind: 'present' }}                    | ${'one\ntwo'}                     | ${{ kind: 'longText' }}
	`('keeps $value of $system as it is written there', ({ check, value, control }) => {
		expect(controlOf([check], value)).toMatchObject(control);
	});

	it.each`
		what                                   | check                                                               | value
		${'line items'}                        | ${{ kind: 'present' }}                                              | ${[{ sku: 1 }]}
		${'a list of nobody knows what'}       | ${{ kind: 'present' }}                                              | ${[]}
		${'a linked record'}                   | ${{ kind: 'present' }}                                              | ${{ id: 7, name: 'Acme' }}
		${'an amount with its currency in it'} | ${{ kind: 'money' }}                                                | ${{ amount: 5, currency: 'EUR' }}
		${'entries with members'}              | ${{ kind: 'list', each: { field: 'x', check: { kind: 'email' } } }} | ${null}
		${'a sum'}                             | ${{ kind: 'sum', total: 100 }}                                      | ${null}
		${'two systems that differ'}           | ${{ kind: 'agrees' }}                                               | ${'x'}
		${'a value that is too old'}           | ${{ kind: 'fresh', changedField: 'x', withinDays: 3 }}              | ${'x'}
		${'a text of a whole contract'}        | ${{ kind: 'text' }}                                                 | ${'x'.repeat(4001)}
	`('is none for $what: that is mended in the CRM', ({ check, value }) => {
		expect(controlOf([check], value)).toBeUndefined();
	});

	it.each(['associations.contacts.results', 'OpportunityLineItems.records'])(
		'is none for %s, which holds rows of its own also while there are none',
		(field) => {
			const compiled = policyWith([], {
				requirements: [{ id: 'r', label: 'Rows', field, check: { kind: 'list', min: 1 } }],
			});
			expect(controlOfOneField(field, compiled, { id: '1' })).toBeUndefined();
		},
	);

	it('is one for a field of the record itself that is only called “results”', () => {
		const compiled = policyWith([], {
			requirements: [{ id: 'r', label: 'Results', field: 'results', check: { kind: 'text' } }],
		});
		expect(controlOfOneField('results', compiled, { id: '1' })).toBeDefined();
	});

	it('is that of the check that says most about the field', () => {
		const checks = [{ kind: 'present' }, { kind: 'text', minLength: 50 }, { kind: 'date' }];

		expect(controlOf(checks, null)).toMatchObject({ kind: 'date' });
		expect(controlOf(checks.slice(0, 2), null)).toMatchObject({ kind: 'longText' });
	});

	it('takes the words that are an answer besides', () => {
		const compiled = policyWith([], {
			requirements: ['N/A', 'none'].map((word, index) => ({
				id: `r${index}`,
				label: 'Value',
				field: 'properties.value',
				check: { kind: 'number' },
				alsoAccepted: [word],
			})),
		});

		expect(
			controlOfOneField('properties.value', compiled, { id: '1' })?.control.alsoAccepted,
		).toEqual(['N/A', 'none']);
	});

	it('asks for the currency beside an amount, with the one that the record has', () => {
		const compiled = policyWith([MONEY]);
		const [requirement] = compiled.requirements;
		const record = { id: '1', properties: { value: 5, currency: 'EUR' } };
		if (requirement === undefined) throw new Error('the policy has no requirement');

		expect(controlFor(requirement, compiled, record)).toEqual({
			field: 'properties.value',
			label: 'Value',
			value: 5,
			currency: 'EUR',
			control: expect.objectContaining({ currencyField: 'properties.currency' }),
		});
		expect(controlOf([MONEY], 5, { id: 'EUR' })).not.toHaveProperty(
			'currencyField',
			'properties.currency',
		);
		expect(controlOfOneField('properties.currency', compiled, record)?.control).toMatchObject({
			kind: 'choice',
			options: ['EUR', 'USD'],
		});
	});
});

describe('yes and no as a record writes them', () => {
	it.each`
		value        | language     | yes       | no
		${'Yes'}     | ${undefined} | ${'Yes'}  | ${'No'}
		${'no'}      | ${undefined} | ${'yes'}  | ${'no'}
		${'No'}      | ${'es'}      | ${'Sí'}   | ${'No'}
		${'Ja'}      | ${'de'}      | ${'Ja'}   | ${'Nein'}
		${'Ja'}      | ${'nl'}      | ${'Ja'}   | ${'Nee'}
		${'NEE'}     | ${'de'}      | ${'JA'}   | ${'NEE'}
		${'Não'}     | ${undefined} | ${'Sim'}  | ${'Não'}
		${'Oui'}     | ${undefined} | ${'Oui'}  | ${'Non'}
		${'N'}       | ${undefined} | ${'Y'}    | ${'N'}
		${'0'}       | ${undefined} | ${'1'}    | ${'0'}
		${1}         | ${undefined} | ${1}      | ${0}
		${'TRUE'}    | ${undefined} | ${'TRUE'} | ${'FALSE'}
		${' true '}  | ${undefined} | ${'true'} | ${'false'}
		${'perhaps'} | ${undefined} | ${true}   | ${false}
		${null}      | ${'fr'}      | ${true}   | ${false}
	`('are $yes and $no for $value', ({ value, language, yes, no }) => {
		expect(yesNoPair(value, language)).toEqual({ yes, no });
	});
});
