import type { INodeProperties } from 'n8n-workflow';
import { ledgerProperties } from '../shared/ledger/ledgerProperties';
import { sendAndWaitOperation } from './operations/sendAndWait';
import { pageOptions } from './pageProperties';
import { personFields } from './personProperties';
import { respondWithin } from './respondWithin';

const { value: operation } = sendAndWaitOperation;

/** What the user sees, in the order of the question: what, to whom, until when, how it looks. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'hidden',
		default: operation,
	},
	{
		displayName:
			'Connect <b>Notify</b> to the node that tells people (Slack, e-mail, …) and connect that node back to the input of this one. A test run in the editor waits too: the node then shows for whom, with a link to the decision page.',
		name: 'loopNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Handoff',
		name: 'handoff',
		type: 'json',
		default: '={{ $json.handoff }}',
		required: true,
		description: 'The envelope that Readiness Gate put on the item',
		hint: "When a node in between replaced the item: {{ $('Readiness Gate').item.json.handoff }}",
	},
	{
		displayName: 'Receivers',
		name: 'receiversFrom',
		type: 'options',
		options: [
			{
				name: 'From the Policy',
				value: 'policy',
				description: 'Ask the people that the policy names for the receiving team',
			},
			{ name: 'Named Here', value: 'here', description: 'Ask the people listed in this node' },
		],
		default: 'policy',
		description: 'Who may accept or return; each person gets a link of their own',
	},
	{
		displayName: 'People',
		name: 'receivers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { receiversFrom: ['here'] } },
		placeholder: 'Add Person',
		default: {},
		options: [
			{
				displayName: 'Person',
				name: 'person',
				values: personFields,
			},
		],
	},
	{
		displayName: 'Accepted When',
		name: 'acceptedWhen',
		type: 'options',
		options: [
			{ name: 'A Number of People Accept', value: 'number' },
			{ name: 'Everybody Accepts', value: 'all' },
			{ name: 'The First Person Accepts', value: 'first' },
		],
		default: 'first',
		description: 'How many of the receivers must accept. One return is always enough to return it.',
	},
	{
		displayName: 'People Needed',
		name: 'acceptancesNeeded',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		displayOptions: { show: { acceptedWhen: ['number'] } },
		default: 2,
		description: 'How many people must accept',
	},
	{
		displayName: 'Ask Them',
		name: 'order',
		type: 'options',
		displayOptions: { show: { acceptedWhen: ['all', 'number'] } },
		options: [
			{ name: 'All at Once', value: 'atOnce' },
			{
				name: 'One After the Other',
				value: 'inTurn',
				description: 'Each is asked when the one before has accepted, in the order of the list',
			},
		],
		default: 'atOnce',
		description: 'In which order people are asked. The deadline is that of all of them together.',
		hint: 'Where the ledger is kept nowhere, acceptances stand in the execution alone. Should n8n be killed in the very moment of one, retry the crashed execution: the others are asked again.',
	},
	...respondWithin,
	...ledgerProperties(),
	pageOptions,
];
