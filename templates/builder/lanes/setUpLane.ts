import type { Combination, CrmAdapter } from '../combinations/adapters';
import { choose, keepWhere, pause } from '../nodes/coreNodes';
import { noteSetUp } from '../nodes/handoffNodes';
import { ARRIVED, itemsOf, NAMES } from '../nodes/names';
import { chain, type FlowPart, type Position } from '../nodes/workflow';

const SET_UP = 0;
const [THERE, NOT_THERE, GIVEN_UP] = [0, 1, 2];
const FAILED = 1;
const ROW = 5.85;
const at = (column: number, row = ROW): Position => ({ column, row });

/**
 * Makes sure that there is one task: looks before it creates, writes the link back, and notes that it
 * is done. Whatever fails here comes again with the next search: it is accepted and not set up.
 */
export function setUpLane({ crm, project, channel }: Combination): FlowPart {
	const mark = `[${crm.recordName} {{ ${ARRIVED}.record.id }}]`;
	const { task } = project;
	const describing = project.describeTask?.([at(8, 6.3), at(8.75, 6.3)]) ?? [];
	const text = `${ARRIVED}.message`;
	return {
		nodes: [
			{
				...project.findTask({ name: NAMES.findTask, at: at(4.25) }, { mark, since: SINCE }),
				retry: true,
				alwaysOutputData: true,
			},
			{
				...keepWhere({ name: NAMES.ownTask, at: at(5) }, [task.title, 'endsWith', mark]),
				alwaysOutputData: true,
			},
			{
				...choose({ name: NAMES.isThere, at: at(5.9, 5.7) }, answersFor(task.id), 'Given up'),
				executeOnce: true,
			},
			project.createTask(
				{ name: NAMES.createTask, at: at(7, 6.05) },
				{ title: `{{ ${ARRIVED}.record.title }} ${mark}`, message: text },
			),
			crm.writeLink({ name: NAMES.writeLink, at: at(8.9, 5.5) }, task.url),
			noteSetUp(at(10.3, 5.95), task.url),
			...describing,
			pause({ name: NAMES.waitALittle, at: at(3.5, 6.2) }, SECONDS_BETWEEN),
			channel.tellPlain({ name: NAMES.tellFailed, at: at(10.08, 2) }, failureOf(crm)),
		],
		wires: [
			{ from: NAMES.next, to: NAMES.findTask, output: SET_UP },
			...chain(NAMES.findTask, NAMES.ownTask, NAMES.isThere, NAMES.writeLink),
			{ from: NAMES.isThere, to: NAMES.noteSetUp, output: THERE },
			{ from: NAMES.isThere, to: NAMES.createTask, output: NOT_THERE },
			{ from: NAMES.isThere, to: NAMES.tellFailed, output: GIVEN_UP },
			...chain(NAMES.createTask, NAMES.writeLink),
			...chain(NAMES.createTask, NAMES.noteSetUp),
			...chain(NAMES.createTask, ...describing.map(({ name }) => name)),
			{ from: NAMES.createTask, to: NAMES.waitALittle, output: FAILED },
			...chain(NAMES.waitALittle, NAMES.findTask),
		],
	};
}

const TRIES = 3;
const SECONDS_BETWEEN = 5;

/**
 * Tries again by looking first: a call that failed may have done its work all the same. (n8n's own
 * “Retry on Fail” does not notice a failure of the ClickUp node that goes to its error output.)
 */
const answersFor = (taskId: string) => [
	{ name: 'Yes', when: `={{ Boolean(${taskId}) }}` },
	{ name: 'No', when: `={{ $runIndex < ${TRIES} }}` },
];

/**
 * What went wrong stands in the item, or was the last answer of the project tool. A record that is sent
 * may fail before it has an execution of its own.
 */
const failureOf = ({ sent }: CrmAdapter): string =>
	sent === undefined
		? `Failed: “{{ ${ARRIVED}.record.title }}”, {{ ((it) => it.message ?? it)($json.error ?? ${itemsOf(NAMES.createTask)}.first(1).json.error) }}`
		: `Failed: “{{ ($json.handoff ?? ${ARRIVED}).record.title }}”, {{ $json.error?.message ?? $json.error ?? '' }}`;

/** No task of a record is older than its first turn; a month more, for clocks that are wrong. */
const SINCE = `DateTime.fromISO(${ARRIVED}.turns[0].from).minus({ days: 30 }).toISO()`;
