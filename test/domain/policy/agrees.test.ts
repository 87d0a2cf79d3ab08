import { inEnglish } from '../../../nodes/domain/language/sentence';
import { compileCheck } from '../../../nodes/domain/policy/checks/checks';
import { compileMissing } from '../../../nodes/domain/policy/missing';
import { sourcesSchema } from '../../../nodes/domain/policy/sources';

/** Compares what the CRM and the billing system say; the CRM counts. */
const compare = (settings: object, crm: unknown, billing: unknown): string | undefined => {
	const sources = sourcesSchema.parse({
		crm: { systemOfRecord: 'crm', values: { crm: 'crm', billing: 'billing' }, ...settings },
	});
	const check = compileCheck({ kind: 'agrees' }, { field: 'crm', sources, calendars: {} });
	const shortfall = check.judge(crm, {
		record: { crm, billing },
		now: 0,
		isMissing: compileMissing(['tbd']),
	});
	return shortfall && inEnglish(shortfall);
};

describe('the check agrees', () => {
	it.each`
		settings                                       | crm                   | billing
		${{ compareAs: 'money' }}                      | ${'€ 12.500,00'}      | ${'12,500.00 EUR'}
		${{ compareAs: 'money' }}                      | ${12500}              | ${'12,500.00 EUR'}
		${{ compareAs: 'money', tolerance: 1 }}        | ${12500}              | ${12499}
		${{ compareAs: 'money', decimal: ',' }}        | ${'1.500'}            | ${1500}
		${{ compareAs: 'number', tolerance: 0.1 }}     | ${'1.05'}             | ${1.1}
		${{ compareAs: 'date', format: 'dd.MM.yyyy' }} | ${'2026-03-02'}       | ${'02.03.2026'}
		${{ compareAs: 'date' }}                       | ${'2026-03-02'}       | ${Date.parse('2026-03-02T00:00:00Z')}
		${{ compareAs: 'email' }}                      | ${'Sam@Acme.example'} | ${' sam@acme.example'}
		${{ compareAs: 'phone', country: '+49' }}      | ${'030 / 555 01'}     | ${'0049 (0)30 55501'}
		${{ compareAs: 'name' }}                       | ${'Müller, Anna'}     | ${'anna muller'}
		${{ compareAs: 'text' }}                       | ${'Two  sites'}       | ${'two sites '}
	`('as $settings takes $crm and $billing for the same', ({ settings, crm, billing }) => {
		expect(compare(settings, crm, billing)).toBeUndefined();
	});

	it.each`
		settings                                | crm             | billing           | shortfall
		${{ compareAs: 'money' }}               | ${'5000 EUR'}   | ${'6000 EUR'}     | ${'differs: crm says 5000 EUR, billing says 6000 EUR; crm counts'}
		${{ compareAs: 'money' }}               | ${'5000 EUR'}   | ${'5000 USD'}     | ${'differs: crm says 5000 EUR, billing says 5000 USD; crm counts'}
		${{ compareAs: 'money' }}               | ${'1.500'}      | ${1500}           | ${'cannot be compared as money: crm says 1.500'}
		${{ compareAs: 'money', tolerance: 1 }} | ${12500}        | ${12498}          | ${'differs: crm says 12500, billing says 12498; crm counts'}
		${{ compareAs: 'date' }}                | ${'2026-03-02'} | ${'02.03.2026'}   | ${'cannot be compared as date: billing says 02.03.2026'}
		${{ compareAs: 'phone' }}               | ${'030 55501'}  | ${'+49 30 55501'} | ${'differs: crm says 030 55501, billing says +49 30 55501; crm counts'}
		${{ compareAs: 'text' }}                | ${'a'}          | ${{ b: 1 }}       | ${'cannot be compared as text: billing says {"b": 1}'}
		${{ compareAs: 'text' }}                | ${'a'}          | ${'TBD'}          | ${'is missing in billing'}
		${{ compareAs: 'text' }}                | ${null}         | ${'a'}            | ${'is missing in crm, whose word counts'}
	`(
		'as $settings says of $crm and $billing: $shortfall',
		({ settings, crm, billing, shortfall }) => {
			expect(compare(settings, crm, billing)).toBe(shortfall);
		},
	);
});
