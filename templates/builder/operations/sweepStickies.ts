import type { ChannelAdapter } from '../combinations/adapters';
import { lane } from '../setUp/stickies';
import type { Sticky } from '../nodes/workflow';

const YELLOW = 1;

/** What the sweep does and needs, and a note behind each of its parts. */
export const sweepStickies = (channel: ChannelAdapter): Sticky[] => [
	{
		name: 'Overview',
		at: { column: -3.6, row: -0.9 },
		columns: 3.2,
		rows: 6.3,
		color: YELLOW,
		text: [
			'# Tell what is due, for every open handoff',
			'### How it works',
			'Once a minute this looks which rows of the Data Table `handoff_open` are due, checks their clocks, tells the people concerned, and writes each milestone to `handoff_ledger` once, with when it was due and when it was told. After a stop of n8n it tells what passed meanwhile. Two runs at once tell it once; what could not be told is told some minutes later.',
			'### Setup',
			...[
				'Import it once: it serves all of your handoff flows.',
				...channel.setUp,
				'Then **Publish**.',
			].map((step, index) => `${index + 1}. ${step}`),
			'\nYour own flow adds an open handoff as a row: `handoffId`, `title`, `nextAt` (`handoff.clock.nextAt`) and `handoff` (the envelope as JSON text), and removes it when the clock is stopped. Needs the community package `n8n-nodes-handoff`.',
		].join('\n'),
	},
	lane(
		'Lane: due',
		'# 1 · Due\nThe oldest first, and not what another run is telling.',
		[-0.3, -0.9, 8.6, 2.2],
	),
	lane(
		'Lane: tell',
		'# 2 · Tell once\nClaimed before it is told, written down afterwards.',
		[-0.3, 1.5, 11.6, 1.9],
	),
	lane(
		'Lane: keep',
		'# 3 · Keep\nHow the clock stands, and when to look again.',
		[-0.3, 3.5, 11.6, 1.9],
	),
];
