import { seamOf, type Combination } from './adapters';
import { acceptedLane } from '../lanes/acceptedLane';
import { findLane } from '../lanes/findLane';
import { gateLane } from '../lanes/gateLane';
import { intakeLane } from '../lanes/intakeLane';
import { notReadyLane } from '../lanes/notReadyLane';
import { acceptLane } from '../lanes/acceptLane';
import { fixLane } from '../lanes/fixLane';
import { returnLanes } from '../lanes/returnLanes';
import { choicesOf } from '../setUp/choices';
import { setUpCheck } from '../setUp/setUpCheck';
import { stickiesFor } from '../setUp/stickies';
import { buildWorkflow, type FlowPart } from '../nodes/workflow';

/** The file name of a combination, such as `hubspot-to-clickup`. */
export const fileNameOf = ({ crm, project }: Combination): string =>
	`${crm.system}-to-${project.system}`;

/** One self-contained workflow: CRM -> gate -> accept -> project tool, with every way back. */
export function composeHandoff(combination: Combination): Record<string, unknown> {
	const { crm, project, channel } = combination;
	const { records, receiver } = seamOf(crm);
	const lanes: FlowPart[] = [
		findLane(crm),
		intakeLane(combination),
		gateLane(crm),
		notReadyLane(crm, channel),
		acceptLane(crm, channel),
		acceptedLane(combination),
		returnLanes(crm, channel),
		fixLane(),
		...(crm.more === undefined ? [] : [crm.more]),
	];
	const choices = choicesOf(lanes.flatMap(({ nodes }) => nodes));
	const parts = [...lanes, setUpCheck(choices)];
	return buildWorkflow({
		name: `Hand over ${records} to ${project.label} once ${receiver} accepts (${channel.label})`,
		nodes: parts.flatMap(({ nodes }) => nodes),
		wires: parts.flatMap(({ wires }) => wires),
		stickies: [...stickiesFor(combination, choices), ...(crm.more?.stickies ?? [])],
	});
}
