import { seamOf, type Combination } from './adapters';
import { askLane } from '../lanes/askLane';
import { findLane } from '../lanes/findLane';
import { fixLane } from '../lanes/fixLane';
import { setUpLane } from '../lanes/setUpLane';
import { tellLane } from '../lanes/tellLane';
import { writeLane } from '../lanes/writeLane';
import { choicesOf } from '../setUp/choices';
import { stickiesFor } from '../setUp/stickies';
import { buildWorkflow, type FlowPart } from '../nodes/workflow';

/** The file name of a combination, such as `hubspot-to-clickup`. */
export const fileNameOf = ({ crm, project }: Combination): string =>
	`${crm.system}-to-${project.system}`;

/** One workflow by itself: CRM -> gate -> accept -> project tool, with every way back. */
export function composeHandoff(combination: Combination): Record<string, unknown> {
	const { crm, project, channel } = combination;
	const { records, receiver } = seamOf(crm);
	const parts: FlowPart[] = [
		findLane(combination),
		fixLane(crm, channel),
		writeLane(crm),
		askLane(crm, channel),
		setUpLane(combination),
		tellLane(crm, channel),
		...(crm.sent === undefined ? [] : [crm.sent()]),
	];
	const choices = choicesOf(parts.flatMap(({ nodes }) => nodes));
	return buildWorkflow({
		name: `Hand over ${records} to ${project.label} once ${receiver} accepts (${channel.label})`,
		nodes: parts.flatMap(({ nodes }) => nodes),
		wires: parts.flatMap(({ wires }) => wires),
		stickies: stickiesFor(combination, choices),
	});
}
