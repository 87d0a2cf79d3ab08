import type { INodeProperties } from 'n8n-workflow';
import { archiveOperation } from './operations/archive';
import { forgetPersonOperation } from './operations/forgetPerson';
import { readRowsOperation } from './operations/readRows';
import { removeHandoffsOperation } from './operations/removeHandoffs';

const showForRows = { show: { operation: [readRowsOperation.value] } };
const showForArchive = { show: { operation: [archiveOperation.value] } };
const showForForgetting = { show: { operation: [forgetPersonOperation.value] } };

/** What is asked when the ledger is read, emptied, or somebody is forgotten in it. */
export const upkeepProperties: INodeProperties[] = [
	{
		displayName: 'Policy ID',
		name: 'policyId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. sales-to-delivery',
		description: 'The policy whose rows are read',
		displayOptions: { show: { ...showForRows.show, rowsOf: ['policy'] } },
	},
	{
		displayName: 'Since',
		name: 'since',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-01',
		description:
			'A day, which begins in UTC, or a point in time with its offset: earlier rows are left out. All when empty.',
		displayOptions: { show: { ...showForRows.show, rowsOf: ['all', 'policy'] } },
	},
	{
		displayName: 'Finished Days Ago',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 400,
		description:
			'Handoffs that were done or withdrawn at least so many days ago are given. Reports know nothing of them any more once they are removed.',
		displayOptions: showForArchive,
	},
	{
		displayName: 'Handoffs at Most',
		name: 'mostHandoffs',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'How many handoffs one run gives, those that were finished first in front',
		displayOptions: showForArchive,
	},
	{
		displayName: 'Policy ID',
		name: 'policyId',
		type: 'string',
		default: '',
		placeholder: 'e.g. sales-to-delivery',
		description: 'Only handoffs under this policy; all when empty',
		displayOptions: showForArchive,
	},
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			'The rows that Archive gave, once they are stored elsewhere. A handoff leaves only when each of its rows comes in, and it is finished.',
		hint: "When storing them gives other items: {{ $('Archive').all().map((row) => row.json) }}, with “Execute Once”",
		displayOptions: { show: { operation: [removeHandoffsOperation.value] } },
	},
	{
		displayName: 'E-Mail Address',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. dana@example.com',
		description: 'The address by which rows name the person',
		displayOptions: showForForgetting,
	},
	{
		displayName: 'Name',
		name: 'personName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Dana Delivery',
		description:
			'The full name, to be replaced in notes and comments too; it is replaced for everybody who has that name. Empty when only the address is known.',
		displayOptions: showForForgetting,
	},
	{
		displayName: 'Pseudonym',
		name: 'pseudonym',
		type: 'string',
		default: '',
		placeholder: 'e.g. person-17',
		description:
			'What stands for the person from now on. When empty it is made from the address, always the same: who knows the address can work it out again.',
		displayOptions: showForForgetting,
	},
	{
		displayName: 'Rewrite Sealed Rows',
		name: 'rewriteSealed',
		type: 'boolean',
		default: false,
		description:
			'Whether rows that are sealed are rewritten too. Verify Ledger then says of them that they were changed after they were sealed.',
		displayOptions: showForForgetting,
	},
];
