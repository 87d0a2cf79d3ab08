import type { INodeProperties } from 'n8n-workflow';
import { checkClockOperation } from './operations/checkClock';

/** What can be changed about Check Clock: what comes out, and what a changed policy means. */
export const checkOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { operation: [checkClockOperation.value] } },
	options: [
		{
			displayName: 'Only New Milestones',
			name: 'onlyNews',
			type: 'boolean',
			default: false,
			description:
				'Whether to leave out clocks that have passed no milestone since the last check, so that nobody is told twice',
		},
		{
			displayName: 'Policy Changed At',
			name: 'policyChangedAt',
			type: 'dateTime',
			default: '',
			description:
				'Since when the policy in force holds, in the zone of the workflow; read when it counts for new handoffs only',
		},
		{
			displayName: 'Policy Counts For',
			name: 'policyCountsFor',
			type: 'options',
			options: [
				{
					name: 'New Handoffs Only',
					value: 'newHandoffs',
					description: 'Clocks that began before it changed keep what was agreed',
				},
				{
					name: 'No Open Handoff',
					value: 'none',
					description: 'Every clock keeps what was agreed, and says what would differ',
				},
				{
					name: 'Open Handoffs Too',
					value: 'open',
					description: 'Every open clock is recomputed, and says what that changed',
				},
			],
			default: 'open',
			description: 'Which clocks count by the policy in force',
		},
		{
			displayName: 'Policy in Force',
			name: 'policyInForce',
			type: 'json',
			default: '',
			description:
				'The policy as it is now. What it changes is said in “revisions” of a clock that is recomputed, and in “notApplied” of one that keeps what was agreed. Without it every clock keeps what was agreed.',
		},
	],
};
