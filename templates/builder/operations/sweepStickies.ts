import { NAMES } from '../nodes/names';
import { lane } from '../setUp/stickies';
import type { Sticky } from '../nodes/workflow';
import { SWEEP, TRY_AGAIN_AFTER } from './sweepNames';

const YELLOW = 1;

/** What the sweep does and needs, and a note behind each of its parts. */
export const sweepStickies = (): Sticky[] => [
	{
		name: 'Overview',
		at: { column: -2.8, row: -1.2 },
		columns: 2.3,
		rows: 3.7,
		color: YELLOW,
		text: overview().join('\n'),
	},
	lane(
		'Lane: find',
		'# 1 · Find\nEvery clock that runs in the ledger; each milestone once.',
		[-0.3, -1.2, 3.9, 3.7],
	),
	lane(
		'Lane: tell',
		`# 2 · Tell\nWhoever has the ball. What Slack did not take is tried again after ${waits()} minutes.`,
		[3.7, -1.2, 3.3, 3.7],
	),
];

const waits = (): string => {
	const last = TRY_AGAIN_AFTER.at(-1);
	return `${TRY_AGAIN_AFTER.slice(0, -1).join(', ')} and ${last}`;
};

const overview = (): string[] => [
	'# Tell what is due, for every open handoff',
	'### How it works',
	`**${SWEEP.due}** looks once a minute at every handoff that went back to the sending team. It writes each milestone that has passed into the ledger and gives it out, also when two runs overlap; after a stop of n8n it gives out what passed meanwhile.`,
	'### Setup',
	...[
		'Import it once: it serves all flows that keep the same ledger.',
		`**Slack**: an app with \`chat:write\` and \`users:read.email\`, invited to both channels of **${NAMES.settings}**.`,
		'Then **Publish**.',
	].map((step, index) => `${index + 1}. ${step}`),
	'\nNeeds the community package `n8n-nodes-handoff` (self-hosted).',
];
