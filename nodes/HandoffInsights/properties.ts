import type { INodeProperties } from 'n8n-workflow';
import { operationProperty } from '../shared/operations';
import { operations } from './operations';
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

/** What the user sees, in the order of the question: which view, of when, by which rules. */
export const properties: INodeProperties[] = [
	operationProperty(operations, reportOperation),
	{
		displayName:
			'Rows come in as items: put a node before this one that reads all rows of the ledger (Data Table, Postgres or Google Sheets)',
		name: 'rowsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Handoff ID',
		name: 'handoffId',
		type: 'string',
		displayOptions: showForTimeline,
		default: '={{ $json.handoffId }}',
		required: true,
		description: 'Which handoff to tell; the column handoffId of its rows',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		displayOptions: showForReport,
		default: 'Handoff report',
		description: 'What stands at the top of the report and in the subject of its message',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		displayOptions: showForReport,
		options: [
			{ name: 'All Rows', value: 0 },
			{ name: 'Last 13 Weeks', value: 13 },
			{ name: 'Last 4 Weeks', value: 4 },
			{ name: 'Last 52 Weeks', value: 52 },
		],
		default: 0,
		description: 'Which handoffs count, by when they began',
	},
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		displayOptions: {
			show: { operation: [reportOperation.value, describeTimelineOperation.value] },
		},
		default: '={{ $now.zoneName }}',
		required: true,
		placeholder: 'e.g. Europe/Berlin',
		description: 'IANA name of the zone in which weeks begin and times are told',
	},
	{
		displayName: 'Policies',
		name: 'policies',
		type: 'json',
		displayOptions: { show: { operation: [reportOperation.value, listOpenOperation.value] } },
		typeOptions: { rows: 4 },
		default: '[]',
		description:
			'The policy in force, or a list of them, as in Readiness Gate. With it the report finds requirements that never hold anything up, and open times count in working hours.',
	},
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
		],
	},
];
