import { renderMarkdown } from '../../../nodes/domain/message/markdown';
import { describePolicy } from '../../../nodes/domain/policy/describePolicy';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { dealPolicyDocument } from '../readiness/dealPolicy';

const card = renderMarkdown(describePolicy(parsePolicy(dealPolicyDocument)));

describe('describePolicy', () => {
	it.each([
		'Sales to delivery, version 3',
		'before a deal goes from Sales to Delivery',
		'Amount: a number at least 1',
		'How to fix: Enter the amount of the signed offer',
		'Kick-off date: a date not before 3 days after today',
		'Only when properties.amount is at least 10000',
		'Fixed by: receiver',
		'For at most 30 days',
		'Read the scope',
	])('says %s', (line) => {
		expect(card).toContain(line);
	});

	it('puts what must hold before what is good to have', () => {
		const good = card.indexOf('Good to have');

		expect(card.indexOf('Purchase order')).toBeLessThan(good);
		expect(card.indexOf('Customer channel')).toBeGreaterThan(good);
	});

	it('says to whom of neither side the fix list goes', () => {
		const [amount, ...others] = dealPolicyDocument.requirements;
		const fixedBy = (fixer: string) =>
			renderMarkdown(
				describePolicy(
					parsePolicy({
						...dealPolicyDocument,
						fixers: { Finance: { name: 'Finance desk', email: 'finance@example.com' } },
						requirements: [{ ...amount, fixer }, ...others],
					}),
				),
			);

		expect(fixedBy('Finance')).toContain('Fixed by: Finance desk (finance@example.com)');
		expect(fixedBy('Legal')).toContain('Fixed by: Legal');
	});

	it('says first that a policy can never be met', () => {
		const requirements = [
			{ id: 'a', label: 'Small', field: 'x', check: { kind: 'number', max: 5 } },
			{ id: 'b', label: 'Large', field: 'x', check: { kind: 'number', min: 6 } },
		];
		const { blocks } = describePolicy(
			parsePolicy({ ...dealPolicyDocument, waivers: {}, requirements }),
		);

		expect(blocks[1]).toEqual({ kind: 'heading', text: 'This policy can never be met' });
	});
});
