import type { INodeProperties } from 'n8n-workflow';
import { ledgerProperties, testRunsProperty } from '../shared/ledger/ledgerProperties';
import { operationProperty } from '../shared/operations';
import { operations } from './operations';
import { describeTimelineOperation } from './operations/describeTimeline';
import { listOpenOperation } from './operations/listOpen';
import { reportOperation } from './operations/report';
import { optionProperties } from './optionProperties';

const showForReport = { show: { operation: [reportOperation.value] } };
const showForTimeline = { show: { operation: [describeTimelineOperation.value] } };

/** What the user sees, in the order of the question: which view, of when, by which rules. */
export const properties: INodeProperties[] = [
	operationProperty(operations, reportOperation),
	...ledgerProperties(),
	testRunsProperty(),
	{
		displayName:
			'Rows come in as items: put a node before this one that reads all rows of the ledger (Data Table, Postgres or Google Sheets)',
		name: 'rowsNotice',
		type: 'notice',
		displayOptions: { show: { keepLedger: ['nowhere'] } },
		default: '',
	},
	{
		displayName: 'Policy ID',
		name: 'policyId',
		type: 'string',
		displayOptions: {
			show: { keepLedger: ['here', 'workflow'] },
			hide: { operation: [describeTimelineOperation.value] },
		},
		default: '',
		placeholder: 'e.g. sales-to-delivery',
		description: 'Only handoffs under this policy count; all when empty',
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
	...optionProperties,
];
