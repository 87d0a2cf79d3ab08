import type { Combination, CrmAdapter } from '../combinations/adapters';
import { ask, keepWhere, pause } from '../nodes/coreNodes';
import { noteSetUp } from '../nodes/handoffNodes';
import { ARRIVED, NAMES } from '../nodes/names';
import { chain, type FlowPart, type Position } from '../nodes/workflow';

const SET_UP = 0;
const [NO, FAILED] = [1, 1];
const ROW = 5.3;
const at = (column: number, row = ROW): Position => ({ column, row });

/**
 * Makes sure that there is one task: looks before it creates, writes the link back, and notes that it
 * is done. Whatever fails here comes again with the next search: it is accepted and not set up.
 */
export function setUpLane({ crm, project, channel }: Combination): FlowPart {
	const mark = `[${crm.recordName} {{ ${ARRIVED}.record.id }}]`;
	const { task } = project;
	const describing = project.describeTask?.([at(8.6, 4.8), at(9.33, 4.8)]) ?? [];
	const text = `${ARRIVED}.message`;
	return {
		nodes: [
			{
				...project.findTask({ name: NAMES.findTask, at: at(5.1) }, { mark, since: SINCE }),
				retry: true,
				alwaysOutputData: true,
			},
			{
				...keepWhere({ name: NAMES.ownTask, at: at(5.95) }, [task.title, 'endsWith', mark]),
				alwaysOutputData: true,
			},
			{
				...ask({ name: NAMES.isThere, at: at(6.8) }, [task.id, 'exists']),
				executeOnce: true,
			},
			project.createTask(
				{ name: NAMES.createTask, at: at(7.65, 5.7) },
				{ title: `{{ ${ARRIVED}.record.title }} ${mark}`, message: text },
			),
			crm.writeLink({ name: NAMES.writeLink, at: linkPlace(crm) }, task.url),
			noteSetUp(at(10.08, 6), task.url),
			...describing,
			...tryAgain(),
			channel.tellPlain(
				{ name: NAMES.tellFailed, at: at(9, 6.2) },
				`No task yet for “{{ ${ARRIVED}.record.title }}”: it stays accepted and is tried again. {{ $json.error?.message ?? $json.error }}`,
			),
		],
		wires: [
			{ from: NAMES.next, to: NAMES.findTask, output: SET_UP },
			...chain(NAMES.findTask, NAMES.ownTask, NAMES.isThere, NAMES.writeLink),
			{ from: NAMES.isThere, to: NAMES.noteSetUp },
			{ from: NAMES.isThere, to: NAMES.createTask, output: NO },
			...chain(NAMES.createTask, NAMES.writeLink),
			...chain(NAMES.createTask, NAMES.noteSetUp),
			...chain(NAMES.createTask, ...describing.map(({ name }) => name)),
			{ from: NAMES.createTask, to: NAMES.tryAgain, output: FAILED },
			...chain(NAMES.tryAgain, NAMES.waitALittle, NAMES.findTask),
			{ from: NAMES.tryAgain, to: NAMES.tellFailed, output: NO },
		],
	};
}

/** Where something comes after it, there is room for that on its right. */
const linkPlace = ({ sent }: CrmAdapter): Position =>
	sent === undefined ? at(10.08, 5.2) : at(9.33, 5.5);

const MORE_TRIES = 2;
const SECONDS_BETWEEN = 5;

/**
 * Tries again by looking first: a call that failed may have done its work all the same. (n8n's own
 * “Retry on Fail” does not notice a failure of the ClickUp node that goes to its error output.)
 */
const tryAgain = () => [
	ask({ name: NAMES.tryAgain, at: at(8.33, 6.2) }, `={{ $runIndex < ${MORE_TRIES} }}`),
	pause({ name: NAMES.waitALittle, at: at(6, 6.2) }, SECONDS_BETWEEN),
];

/** No task of a record is older than its first turn; a month more, for clocks that are wrong. */
const SINCE = `DateTime.fromISO(${ARRIVED}.turns[0].from).minus({ days: 30 }).toISO()`;
