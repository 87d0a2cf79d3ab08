import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { EARLIEST_KICKOFF, SAYS_SOMETHING, type Deal } from './deals';
import { findingsOf, type PeerFinding } from './peer';

/** JSON Schema knows no flag for capital letters, so they are spelled out. */
const filled = {
	type: 'string',
	pattern: SAYS_SOMETHING.source.replace('tbd', '[tT][bB][dD]').replace('n\\/a', '[nN]\\/[aA]'),
};
const longText = { type: 'string', minLength: 20 };
const oneOf = (...values: string[]) => ({ enum: values });

const properties = {
	name: filled,
	region: filled,
	industry: filled,
	description: longText,
	goals: longText,
	scope: longText,
	contract: { type: 'string', pattern: '^C-\\d{6}$' },
	clientPhone: { type: 'string', pattern: '^\\+\\d{8,14}$' },
	amount: { type: 'number', minimum: 1 },
	seats: { type: 'integer', minimum: 1, maximum: 1000 },
	currency: oneOf('EUR', 'USD', 'GBP'),
	stage: oneOf('closedwon', 'contractsent'),
	service: oneOf('project', 'retainer'),
	ownerEmail: { type: 'string', format: 'email' },
	clientEmail: { type: 'string', format: 'email' },
	website: { type: 'string', format: 'uri' },
	kickoff: { type: 'string', format: 'date', formatMinimum: EARLIEST_KICKOFF },
	signed: { const: true },
};

const sometimes = [
	{
		if: { properties: { amount: { type: 'number', minimum: 10000 } }, required: ['amount'] },
		then: {
			properties: { purchaseOrder: { type: 'string', pattern: '^PO-\\d{4}$' } },
			required: ['purchaseOrder'],
		},
	},
	{
		if: { properties: { service: { const: 'retainer' } }, required: ['service'] },
		then: {
			properties: { billingDay: { type: 'integer', minimum: 1, maximum: 28 } },
			required: ['billingDay'],
		},
	},
];

const ajv = new Ajv({ allErrors: true, strictRequired: false });
addFormats(ajv);
const validate = ajv.compile({
	type: 'object',
	properties: {
		properties: {
			type: 'object',
			properties,
			required: Object.keys(properties),
			allOf: sometimes,
		},
	},
	required: ['properties'],
});

/** Ajv as it comes: its own errors, without label and hint. */
export function judgeByBareAjv(deal: Deal) {
	return validate(deal) ? [] : (validate.errors ?? []);
}

/** Ajv, and for each requirement that it finds unmet, the label and the hint. */
export function judgeByAjv(deal: Deal): PeerFinding[] {
	const errors = judgeByBareAjv(deal);
	if (errors.length === 0) return [];
	return findingsOf(
		errors.map(({ instancePath, params, message = '' }) => ({
			id: params.missingProperty ?? instancePath.slice('/properties/'.length),
			shortfall: message,
		})),
	);
}
