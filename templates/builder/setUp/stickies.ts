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
		'Lane: begin',
		`# 1 · Begin\n${combination.crm.sent === undefined ? 'A search' : 'A record that is sent'}, or one handoff with a next step.`,
		[2.4, 0, 2.4, 5.4],
	),
	lane(
		'Lane: ready?',
		`# 2 · Ready?\nThe policy in **${NAMES.gate}** is what both teams agreed. What has not moved rests.${withoutSecond(combination)}`,
		[4.9, 0, 5.85, 1.4],
	),
	lane('Lane: ask', '# 3 · Ask\nBy a signed link. Silence never accepts.', [4.9, 2.8, 3.3, 2.6]),
	lane(
		'Lane: write',
		'# 4 · Read again, and write\nWhat was filled in goes into the record; what somebody else has changed stays.',
		[4.9, 1.5, 5.85, 1.2],
	),
	lane(
		'Lane: set up',
		'# 5 · Set up\nLooks for the task before it makes one.',
		[2.4, 5.5, 8.35, 1.5],
	),
	lane('Lane: tell', '# Tell\nThe record and each person hear it.', [8.3, 2.8, 2.45, 2.6]),
];

/** A record that could not be compared must not look as if it had been. */
const withoutSecond = ({ crm: { second } }: Combination): string =>
	second === undefined ? '' : ` While **${second.read[0]?.name}** fails, nothing is judged.`;

function overview({ crm, project, channel }: Combination, choices: Choice[]): Sticky {
	const { records, one, receiver } = seamOf(crm);
	const steps = [
		...crm.setUp,
		...project.setUp,
		...channel.setUp,
		...choices.map(describeChoice),
		`**${NAMES.gate}**: people of the receiving team, working hours, what you require.`,
		'**Publish**. A run in the editor is a trial with its own ledger; its messages and tasks are real.',
	];
	return {
		name: 'Overview',
		at: { column: 0, row: 0 },
		columns: 2.3,
		rows: 7,
		color: YELLOW,
		text: [
			`# Hand over ${records}, only when ${receiver} accepts`,
			'### How it works',
			`${one} is checked against the policy both teams agreed. What is missing is filled in by a signed link and written to the record; what is ready goes to the receiving team: accepted, it becomes a task in ${project.label}; returned, the reasons go to the sender; unanswered, those responsible are told. What changes meanwhile is asked anew. The Data Table \`handoff_ledger\` keeps each step.`,
			'### Setup',
			...steps.map((step, index) => `${index + 1}. ${step}`),
			`\nNeeds the community package \`n8n-nodes-handoff\` (self-hosted n8n 2.39 or later).`,
		].join('\n'),
	};
}
