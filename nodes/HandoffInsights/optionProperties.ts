import type { INodeProperties } from 'n8n-workflow';
import { describeTimelineOperation } from './operations/describeTimeline';
import { listOpenOperation } from './operations/listOpen';
import { reportOperation } from './operations/report';
import { verifyLedgerOperation } from './operations/verifyLedger';

const showForReport = { show: { operation: [reportOperation.value] } };
const showForOpen = { show: { operation: [listOpenOperation.value] } };
const showForTimeline = { show: { operation: [describeTimelineOperation.value] } };
const showForVerify = { show: { operation: [verifyLedgerOperation.value] } };

const namePeople: INodeProperties = {
	displayName: 'Name People',
	name: 'namePeople',
	type: 'boolean',
	default: false,
	description:
		'Whether people may be named. Mind the rules of your company and country on watching work.',
};

/** The options of each view. */
export const optionProperties: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: showForReport,
		default: {},
		options: [
			{
				displayName: 'Attach CSV Files',
				name: 'attachCsv',
				type: 'boolean',
				default: true,
				description: 'Whether each table comes as a CSV file too',
			},
			namePeople,
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: showForOpen,
		default: {},
		options: [
			namePeople,
			{
				displayName: 'Only Late',
				name: 'onlyLate',
				type: 'boolean',
				default: false,
				description: 'Whether only handoffs past their deadline are given',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: showForTimeline,
		default: {},
		options: [namePeople],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: showForVerify,
		default: {},
		options: [
			{
				displayName: 'Rows Are in Order',
				name: 'inOrder',
				type: 'boolean',
				default: true,
				description:
					'Whether rows come in the order in which they were written, so that a moved row shows. Turn off when the store gives them in any order.',
			},
			{
				displayName: 'Sealed From',
				name: 'sealedFrom',
				type: 'dateTime',
				default: '',
				description:
					'When sealing began: rows from before may be without a seal, and nothing vouches for them. When empty, every row must be sealed.',
			},
		],
	},
];
