import type { INodeProperties } from 'n8n-workflow';
import { allowanceProperties } from '../shared/allowanceProperties';
import { startClockOperation } from './operations/startClock';
import { TIME_ALLOWED } from './timeAllowed';

const showForStart = { show: { operation: [startClockOperation.value] } };
const showForOwnTarget = { show: { operation: [startClockOperation.value], targetFrom: ['node'] } };

/** Whose clock starts, and how much working time it allows. */
export const targetProperties: INodeProperties[] = [
	{
		displayName: 'Team',
		name: 'side',
		type: 'options',
		options: [
			{ name: 'Receiver', value: 'receiver' },
			{ name: 'Sender', value: 'sender' },
		],
		default: 'receiver',
		description: 'Whose clock this is, and whose working hours of the policy count',
		displayOptions: { show: { operation: [startClockOperation.value], clockOf: ['handoff'] } },
	},
	{
		displayName: 'Target From',
		name: 'targetFrom',
		type: 'options',
		options: [
			{ name: 'Policy', value: 'policy', description: 'What the teams agreed (sla)' },
			{ name: 'This Node', value: 'node', description: 'An amount of working time given here' },
		],
		default: 'policy',
		description: 'Where the allowed time comes from',
		displayOptions: { show: { operation: [startClockOperation.value], clockOf: ['handoff'] } },
	},
	{
		displayName: 'Target From',
		name: 'targetFrom',
		type: 'hidden',
		default: 'node',
		displayOptions: { show: { operation: [startClockOperation.value], clockOf: ['record'] } },
	},
	{
		displayName: 'Target',
		name: 'targetName',
		type: 'string',
		default: 'accept',
		required: true,
		description: 'Name of the target, as in the policy: for example accept, fix or kickOff',
		displayOptions: showForStart,
	},
	...allowanceProperties({
		names: TIME_ALLOWED,
		hours: {
			displayName: TIME_ALLOWED.hours,
			name: 'hours',
			type: 'number',
			typeOptions: { minValue: 0.02, numberPrecision: 2 },
			default: 8,
			description: 'Time allowed, counted only while the team works',
		},
		show: showForOwnTarget.show,
	}),
	{
		displayName: 'Milestones',
		name: 'milestones',
		type: 'string',
		default: '50, 75, 100',
		description:
			'When to tell somebody, separated by commas: percent of the target (50), working time before or after the deadline (-30m, +8h, +1 working day), or a point in time',
		displayOptions: showForOwnTarget,
	},
];
