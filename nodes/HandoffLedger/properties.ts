import type { INodeProperties } from 'n8n-workflow';
import { ledgerProperties, testRunsProperty } from '../shared/ledger/ledgerProperties';
import { operationProperty } from '../shared/operations';
import { operations } from './operations';
import { archiveOperation } from './operations/archive';
import { grantWaiverOperation } from './operations/grantWaiver';
import { noteSetUpOperation } from './operations/noteSetUp';
import { readRowsOperation } from './operations/readRows';
import { revokeWaiverOperation } from './operations/revokeWaiver';
import { upkeepProperties } from './upkeepProperties';

const showFor = (...shown: ReadonlyArray<{ value: string }>) => ({
	show: { operation: shown.map(({ value }) => value) },
});
const WAIVERS = [grantWaiverOperation, revokeWaiverOperation];

/** The operations that write rows, which may be sealed. */
export const SEALING = [noteSetUpOperation, ...WAIVERS].map(({ value }) => value);

/** What the user sees, in the order of the question: what, about which handoff, kept where. */
export const properties: INodeProperties[] = [
	operationProperty(operations, noteSetUpOperation),
	{
		displayName: 'Rows Of',
		name: 'rowsOf',
		type: 'options',
		options: [
			{ name: 'A Handoff', value: 'handoff', description: 'All that happened to it' },
			{ name: 'A Policy', value: 'policy', description: 'All handoffs under it' },
			{ name: 'All Handoffs', value: 'all', description: 'The whole ledger' },
		],
		default: 'handoff',
		description: 'Which rows are read',
		displayOptions: showFor(readRowsOperation),
	},
	{
		displayName: 'Handoff',
		name: 'handoff',
		type: 'string',
		default: '={{ $json.handoff }}',
		required: true,
		description:
			'The envelope that Readiness Gate put on the item, or the ID of a handoff that is in the ledger (its column handoffId)',
		hint: "When a node in between replaced the item: {{ $('Readiness Gate').item.json.handoff }}",
		displayOptions: showFor(noteSetUpOperation, ...WAIVERS),
	},
	{
		displayName: 'Handoff',
		name: 'handoff',
		type: 'string',
		default: '={{ $json.handoff }}',
		required: true,
		description: 'The envelope, or the ID of the handoff: the column handoffId of its rows',
		displayOptions: { show: { ...showFor(readRowsOperation).show, rowsOf: ['handoff'] } },
	},
	{
		displayName: 'Address',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://tracker.example/tasks/17',
		description: 'Where the work is, such as the link of the task; may be empty',
		displayOptions: showFor(noteSetUpOperation),
	},
	{
		displayName: 'Requirement ID',
		name: 'requirementId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. budget',
		description: 'ID of the requirement in the policy',
		displayOptions: showFor(...WAIVERS),
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. The client pays in kind',
		description: 'Why this handoff may go on without it',
		displayOptions: showFor(grantWaiverOperation),
	},
	{
		displayName: 'Approved By',
		name: 'approvedBy',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. head@example.com',
		description:
			'Who approved the exception, as the policy names its approvers. One that the policy does not accept does not count.',
		displayOptions: showFor(grantWaiverOperation),
	},
	{
		displayName: 'Expires At',
		name: 'expiresAt',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-12-24',
		description:
			'A day, which is over when it ends in UTC, or a point in time with its offset. From then on the requirement is asked again.',
		displayOptions: showFor(grantWaiverOperation),
	},
	{
		displayName: 'Reason',
		name: 'revokedBecause',
		type: 'string',
		default: '',
		description: 'Why the exception counts no more; may be empty',
		displayOptions: showFor(revokeWaiverOperation),
	},
	...upkeepProperties,
	...ledgerProperties({}, { nowhere: false }),
	testRunsProperty(showFor(readRowsOperation, archiveOperation).show),
];
