import type { INodeProperties } from 'n8n-workflow';
import { ledgerProperties } from '../shared/ledger/ledgerProperties';
import { operationProperty } from '../shared/operations';
import { calendarProperties } from './calendarProperties';
import { checkOptions } from './checkOptions';
import { operations } from './operations';
import { checkClockOperation } from './operations/checkClock';
import { findDueOperation } from './operations/findDue';
import { passTheBallOperation } from './operations/passTheBall';
import { startClockOperation } from './operations/startClock';
import { stopClockOperation } from './operations/stopClock';
import { targetProperties } from './targetProperties';

/** What is due is found in the ledger; everything else works on the item. */
const OF_LEDGER = [findDueOperation.value];
const hideForLedger = { hide: { operation: OF_LEDGER } };
const showForHandoff = { show: { clockOf: ['handoff'] }, ...hideForLedger };
const showForCheck = { show: { operation: [checkClockOperation.value, findDueOperation.value] } };

/** What the user sees, in the order of the question: what, whose, from when, how long, which hours. */
export const properties: INodeProperties[] = [
	operationProperty(operations, startClockOperation),
	{
		displayName:
			'n8n starts schedules and short waits up to a minute late. Each milestone therefore says when it was due and when it was told, and none is left out.',
		name: 'latenessNotice',
		type: 'notice',
		default: '',
		displayOptions: showForCheck,
	},
	...ledgerProperties({ operation: OF_LEDGER }, { nowhere: false }),
	{
		displayName: 'Clock Of',
		name: 'clockOf',
		type: 'options',
		options: [
			{
				name: 'Handoff',
				value: 'handoff',
				description: 'The clock is kept in the envelope, and each step gives a ledger row',
			},
			{
				name: 'Plain Record',
				value: 'record',
				description: 'Any record without an envelope: the clock is kept in its field “clock”',
			},
		],
		default: 'handoff',
		description: 'What the clock belongs to',
		displayOptions: hideForLedger,
	},
	{
		displayName: 'Handoff',
		name: 'handoff',
		type: 'json',
		default: '={{ $json.handoff }}',
		required: true,
		description: 'The envelope that Readiness Gate put on the item',
		hint: "When a node in between replaced the item: {{ $('Readiness Gate').item.json.handoff }}",
		displayOptions: showForHandoff,
	},
	{
		displayName: 'Clock',
		name: 'clock',
		type: 'json',
		default: '={{ $json.clock }}',
		required: true,
		description: 'The clock that Start Clock put on the record',
		displayOptions: {
			show: { clockOf: ['record'] },
			hide: { operation: [startClockOperation.value, ...OF_LEDGER] },
		},
	},
	{
		displayName: 'Time',
		name: 'at',
		type: 'string',
		default: '={{ $now.toISO() }}',
		required: true,
		description:
			'When this happens: now, or a field of the record that holds a point in time with its offset',
		placeholder: 'e.g. 2026-03-02T16:00:00+01:00',
		displayOptions: hideForLedger,
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'options',
		options: [
			{ name: 'Nobody', value: 'nobody', description: 'Neither side has to act' },
			{ name: 'Receiver', value: 'receiver', description: 'The receiving team has to act' },
			{ name: 'Sender', value: 'sender', description: 'The sending team has to act' },
		],
		default: 'sender',
		description: 'Who has the ball from now on',
		displayOptions: { show: { operation: [passTheBallOperation.value], clockOf: ['handoff'] } },
	},
	{
		displayName: 'Target',
		name: 'passTarget',
		type: 'string',
		default: '={{ $parameter["to"] === "receiver" ? "accept" : "fix" }}',
		description:
			'Name of the target of the policy that starts counting when this side has no clock yet. A name that the policy does not have starts none.',
		displayOptions: { show: { operation: [passTheBallOperation.value], clockOf: ['handoff'] } },
	},
	{
		displayName: 'Target',
		name: 'stopTarget',
		type: 'string',
		default: '',
		placeholder: 'e.g. kickOff',
		description:
			'Name of the target whose clock is stopped, when several run. Without one, the clock that was started or passed last.',
		displayOptions: { show: { operation: [stopClockOperation.value], clockOf: ['handoff'] } },
	},
	...targetProperties,
	...calendarProperties,
	checkOptions,
];
