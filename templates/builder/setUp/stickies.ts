import { seamOf, type Combination } from '../combinations/adapters';
import { describeChoice, type Choice } from './choices';
import { NAMES } from '../nodes/names';
import type { Sticky } from '../nodes/workflow';

const YELLOW = 1;
const WHITE = 7;

export const lane = (
	name: string,
	text: string,
	[column, row, columns, rows]: [number, number, number, number],
): Sticky => ({ name, text, at: { column, row }, columns, rows, color: WHITE });

/** One note that explains the flow, and one behind each lane. */
export const stickiesFor = (combination: Combination, choices: Choice[]): Sticky[] => [
	overview(combination, choices),
	lane(
		'Lane: find',
		`# 1 · Find\nEvery ${combination.crm.recordName} that is due and has no task.`,
		[3.65, -1.9, 6.3, 2.85],
	),
	lane(
		'Lane: one for each',
		'# One execution for each\nThose that rest are left out; **Run once now** looks at all of them. What is more than 200 comes with the next runs.',
		[10.05, -1.9, 4.8, 2.85],
	),
	lane(
		'Lane: sort out',
		'# 2 · Sort out\nThe ledger says what became of it so far. Seen twice, handled once.',
		[-1, 2.1, 9, 1.9],
	),
	lane(
		'Lane: ready?',
		`# 3 · Ready?\nThe policy in **${NAMES.gate}** is the agreed definition of handoff-ready.`,
		[8.1, 1, 8.2, 4],
	),
	lane(
		'Lane: nothing to do',
		'# Nothing to do\nIt waits for somebody: it rests until it changes or is answered, for an hour at most.',
		[8.1, 5.1, 3, 1.8],
	),
	lane(
		'Lane: not ready',
		'# Not ready\nThe sender is told what is missing and how to fix it. A changed record is checked again.',
		[11.2, 5.1, 5, 1.8],
	),
	lane(
		'Lane: ask',
		'# 4 · Ask\nOne signed link for each receiver. Reminders loop through here. Silence never accepts.',
		[16.4, -0.9, 4.1, 5.9],
	),
	lane(
		'Lane: accepted',
		`# 5 · Accepted\nLooks for the task before it makes one, and writes the link back.`,
		[20.6, 2.1, 9.6, 5.8],
	),
	lane(
		'Lane: returned',
		'# Returned\nThe reasons go to the record and to the sender, who has the ball now.',
		[20.6, 8.1, 3.1, 1.7],
	),
	lane(
		'Lane: nobody answered',
		'# Nobody answered\nThose responsible are told. Asked again after a day.',
		[20.6, 9.9, 3.1, 1.7],
	),
	lane(
		'Lane: back with the seller',
		'# Back with the sender\nThe time to fix (`sla.fix` of the policy) counts from here. The workflow *sla-sweep*, imported once, reminds.',
		[10.5, 7.1, 6.3, 1.7],
	),
	lane('Lane: fixed', "# Fixed\nReady again: the sender's clock stops.", [14.95, -2.8, 5.55, 1.7]),
];

function overview({ crm, project, channel }: Combination, choices: Choice[]): Sticky {
	const { records, one, receiver } = seamOf(crm);
	const steps = [
		...crm.setUp,
		...project.setUp,
		...channel.setUp,
		...choices.map(describeChoice),
		`**${NAMES.gate}**: people of the receiving team, working hours, and what you require.`,
		'Then **Publish**. Try it first with **Run once now**.',
	];
	return {
		name: 'Overview',
		at: { column: -1, row: -0.9 },
		columns: 4.5,
		rows: 2.9,
		color: YELLOW,
		text: [
			`# Hand over ${records}, only when ${receiver} accepts`,
			'### How it works',
			`${one} is checked against the policy both teams agreed; what is missing goes back to the sender. What is ready goes to the receiving team by a signed link: accepted, it becomes a ${project.label} task; returned, the reasons go to the sender; unanswered, those responsible are told. Each step is a row of the Data Table \`handoff_ledger\`, which the flow creates.`,
			'### Setup',
			...steps.map((step, index) => `${index + 1}. ${step}`),
			`\nNeeds the community package \`n8n-nodes-handoff\` (self-hosted n8n 2.39 or later). Messages go through ${channel.label}.`,
		].join('\n'),
	};
}
