import type { INodeProperties } from 'n8n-workflow';
import { examplePolicy } from './examplePolicy';
import { policyProperties } from './policyProperties';

/** What the user sees, in the order of the question: which policy, which record, how strictly. */
export const properties: INodeProperties[] = [
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
		default: '={{ $json }}',
		required: true,
		description: 'What the policy is held against; field paths start here',
	},
	{
		displayName: 'Earlier Ledger Rows',
		name: 'earlierLedgerRows',
		type: 'json',
		default: '[]',
		description:
			'The rows that the ledger holds of this record, in any order: they tell which attempt this is and what was fixed since',
		hint: "From a node that reads the ledger: {{ $('Earlier rows').all().map(row => row.json) }}",
	},
	{
		displayName: 'Waivers',
		name: 'waivers',
		type: 'json',
		default: '[]',
		description:
			'Exceptions for single requirements, each as {"requirementId", "reason", "approvedBy", "expiresAt"}. One that has expired, or that the policy does not allow, does not count.',
	},
];
