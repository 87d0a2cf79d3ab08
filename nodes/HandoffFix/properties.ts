import type { INodeProperties } from 'n8n-workflow';
import { ledgerProperties } from '../shared/ledger/ledgerProperties';
import { operationProperty } from '../shared/operations';
import { lookProperties } from '../shared/pageLook';
import { operations } from './operations';
import { checkBeforeWritingOperation } from './operations/checkBeforeWriting';
import { askAndWaitOperation } from './operations/askAndWait';
import { supplyWithin } from './supplyWithin';

const waiting = { operation: [askAndWaitOperation.value] };
const writing = { operation: [checkBeforeWritingOperation.value] };

/** What the user sees, in the order of the question: what, about which handoff, until when. */
export const properties: INodeProperties[] = [
	operationProperty(operations, askAndWaitOperation),
	{
		displayName:
			'Connect <b>Notify</b> to the node that tells people (Slack, e-mail, …) and connect that node back to the input of this one. Keep what follows <b>Changed</b> above what follows Notify: n8n follows the topmost branch first.',
		name: 'loopNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: waiting },
	},
	{
		displayName:
			'Put this behind the node that reads the record again. <b>Write</b> goes to the node that updates the record, <b>Nothing to Write</b> back to Readiness Gate.',
		name: 'writeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: writing },
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
		displayName: 'Items',
		name: 'itemsAre',
		type: 'options',
		options: [
			{
				name: 'One for Each Value',
				value: 'values',
				description:
					'For nodes that take the name of a field and its value: write.name, write.value',
			},
			{
				name: 'One for the Record',
				value: 'record',
				description: 'For nodes that map the item by its fields: all values in write.fields',
			},
		],
		default: 'values',
		description: 'How the values leave by Write',
		displayOptions: { show: writing },
	},
	{
		displayName: 'For a Spreadsheet',
		name: 'asText',
		type: 'boolean',
		default: false,
		description:
			'Whether texts that a spreadsheet would take for a formula get an apostrophe in front',
		displayOptions: { show: writing },
	},
	...supplyWithin(waiting),
	...ledgerProperties(waiting),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: waiting },
		options: [
			lookProperties.accent,
			lookProperties.language,
			lookProperties.logo,
			lookProperties.wording,
		],
	},
];
