import { DEAL_POLICY, EARLIEST_KICKOFF, SAYS_SOMETHING } from './deals';

interface FilterTest {
	type: string;
	operation: string;
	value?: unknown;
	/** What is tested; the field of the requirement when left out. */
	left?: string;
}

const regex = (pattern: RegExp): FilterTest => ({
	type: 'string',
	operation: 'regex',
	value: String(pattern),
});
const isTrue = (left: string): FilterTest => ({ type: 'boolean', operation: 'true', left });
const whole = (field: string, most: number): FilterTest =>
	isTrue(
		`Number.isInteger($json.properties.${field}) && $json.properties.${field} >= 1 && $json.properties.${field} <= ${most}`,
	);

const filled = regex(SAYS_SOMETHING);
const longText = regex(/^\S.{18,}\S$/);
const email = regex(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/);
const oneOf = (...values: string[]) => regex(new RegExp(`^(?:${values.join('|')})$`));

const TESTS: Record<string, FilterTest> = {
	name: filled,
	region: filled,
	industry: filled,
	description: longText,
	goals: longText,
	scope: longText,
	contract: regex(/^C-\d{6}$/),
	clientPhone: regex(/^\+\d{8,14}$/),
	amount: { type: 'number', operation: 'gte', value: 1 },
	seats: whole('seats', 1000),
	currency: oneOf('EUR', 'USD', 'GBP'),
	stage: oneOf('closedwon', 'contractsent'),
	service: oneOf('project', 'retainer'),
	ownerEmail: email,
	clientEmail: email,
	website: regex(/^https?:\/\/[^\s/]+\.[^\s/]+/),
	kickoff: { type: 'dateTime', operation: 'afterOrEquals', value: EARLIEST_KICKOFF },
	signed: { type: 'boolean', operation: 'true' },
	purchaseOrder: isTrue(
		'!($json.properties.amount >= 10000) || /^PO-\\d{4}$/.test($json.properties.purchaseOrder)',
	),
	billingDay: isTrue(
		'$json.properties.service !== "retainer" || ($json.properties.billingDay >= 1 && $json.properties.billingDay <= 28)',
	),
};

/** The requirements as the 20 conditions of n8n's own Filter node. */
export const FILTER_PARAMETERS = {
	conditions: {
		options: { version: 2, leftValue: '', caseSensitive: true, typeValidation: 'loose' },
		combinator: 'and',
		conditions: DEAL_POLICY.requirements.map(({ id, field }) => {
			const { type, operation, value = '', left = `$json.${field}` } = TESTS[id] ?? filled;
			const operator = { type, operation, ...(operation === 'true' && { singleValue: true }) };
			return { id, leftValue: `={{ ${left} }}`, rightValue: value, operator };
		}),
	},
	looseTypeValidation: true,
	options: {},
};
