import type { INodeProperties } from 'n8n-workflow';
import { ledgerProperties } from '../shared/ledger/ledgerProperties';
import { operationProperty } from '../shared/operations';
import { examplePolicy } from './examplePolicy';
import { operations } from './operations';
import { backtestPolicyOperation } from './operations/backtestPolicy';
import { checkReadinessOperation } from './operations/checkReadiness';
import { describePolicyOperation } from './operations/describePolicy';
import { policyProperties } from './policyProperties';

const showForCheck = { show: { operation: [checkReadinessOperation.value] } };
const hideForDescription = { hide: { operation: [describePolicyOperation.value] } };

/** What the user sees, in the order of the question: which policy, which record, how strictly. */
export const properties: INodeProperties[] = [
	operationProperty(operations, checkReadinessOperation),
	{
		displayName: 'Define Policy',
		name: 'policyFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Using Fields Below',
				value: 'form',
				description: 'Drag the fields in and say what each must be',
			},
			{
				name: 'Using JSON',
				value: 'json',
				description: 'One document that both teams can keep and compare',
			},
		],
		default: 'form',
		description: 'How to write down what both teams agreed that ready means',
	},
	{
		displayName: 'Policy',
		name: 'policy',
		type: 'json',
		displayOptions: { show: { policyFrom: ['json'] } },
		typeOptions: { rows: 12 },
		default: JSON.stringify(examplePolicy, null, 2),
		required: true,
		description: 'The agreed definition of handoff-ready',
	},
	...policyProperties,
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		displayOptions: showForCheck,
		options: [
			{
				name: 'Enforce',
				value: 'enforce',
				description: 'Only records that are ready leave by Ready',
			},
			{
				name: 'Shadow',
				value: 'shadow',
				description: 'Every record leaves by Ready; the verdict is only noted',
			},
			{
				name: 'Warn',
				value: 'warn',
				description: 'Every record leaves by Ready; what is missing is told',
			},
		],
		default: 'enforce',
		description: 'How strictly the gate acts on its verdict. The verdict itself stays the same.',
	},
	{
		displayName: 'Judged Record',
		name: 'record',
		type: 'json',
		displayOptions: hideForDescription,
		default: '={{ $json }}',
		required: true,
		description: 'What the policy is held against; field paths start here',
	},
	...ledgerProperties(showForCheck.show),
	{
		displayName: 'Most at Once',
		name: 'mostAtOnce',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { ...showForCheck.show, keepLedger: ['here', 'workflow'] } },
		default: 200,
		description:
			'For how many records something is done in one run; the others leave by Nothing New and come with the next runs, so that a first search over thousands does not start thousands of questions',
	},
	{
		displayName: 'Earlier Ledger Rows',
		name: 'earlierLedgerRows',
		type: 'json',
		displayOptions: { show: { ...showForCheck.show, keepLedger: ['nowhere'] } },
		default: '[]',
		description:
			'The rows that the ledger holds of this record, in any order: they tell which attempt this is and what was fixed since',
		hint: "From a node that reads the ledger: {{ $('Earlier rows').all().map(row => row.json) }}",
	},
	{
		displayName: 'Waivers',
		name: 'waivers',
		type: 'json',
		displayOptions: showForCheck,
		default: '[]',
		description:
			'Exceptions for single requirements, each as {"requirementId", "reason", "approvedBy", "expiresAt"}. One that has expired, or that the policy does not allow, does not count.',
	},
	{
		displayName: 'Proposals',
		name: 'proposals',
		type: 'json',
		displayOptions: showForCheck,
		default: '[]',
		description:
			'Values that a model or a person proposes, each as {"field", "value", "quote", "source"}. The quote must occur word for word in the text that the record holds at the path of the source; a proposal is shown to those who fix the field and never makes a record ready.',
	},
	{
		displayName: 'Add Answer',
		name: 'addAnswer',
		type: 'boolean',
		displayOptions: showForCheck,
		default: false,
		description:
			'Whether each record leaves with handoff.answer: one status for each state, and what is missing with the value that was seen and what is expected. For whoever sent the record, such as by Respond to Webhook.',
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { operation: [backtestPolicyOperation.value] } },
		default: '',
		placeholder: 'e.g. properties.closedate',
		description:
			'The field with the day on which the record would have been judged; today when empty, or when a record has no date there',
	},
];
