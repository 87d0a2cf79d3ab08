import { isTimeZone, useIanaName } from '../../../nodes/domain/time/timezone';
import { composeHandoff, fileNameOf } from '../combinations/compose';
import { pickCombination, type Picked } from '../combinations/pickCombination';
import { tailorPolicy, type Tailoring } from '../combinations/tailorPolicy';
import { writeJson } from '../nodes/workflow';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export interface Choices extends Picked {
	tailoring: Tailoring;
}

export interface ChosenWorkflow {
	/** Such as `hubspot-to-clickup.json`. */
	fileName: string;
	name: string;
	/** What goes into the clipboard or the file. */
	text: string;
	workflow: Record<string, unknown>;
}

/** The workflow for what somebody chose, by the same code that writes the shipped files. */
export function chosenWorkflow({ tailoring, ...picked }: Choices): ChosenWorkflow {
	const combination = pickCombination(picked);
	const policy = tailorPolicy(combination.crm.policy, tailoring);
	const tailored = { ...combination, crm: { ...combination.crm, policy } };
	const workflow = composeHandoff(tailored);
	return {
		fileName: `${fileNameOf(tailored)}.json`,
		name: String(workflow.name),
		text: writeJson(workflow),
		workflow,
	};
}

/** What is wrong with the choices, in the user's words; undefined when nothing is. */
export function whatIsWrong({ tailoring }: Choices): string | undefined {
	if (tailoring.requirements.length === 0) return 'Keep at least one required field.';
	if (tailoring.days.length === 0) return 'Choose at least one working day.';
	if (!(tailoring.hoursToAccept > 0)) return 'Say within how many hours the team decides.';
	if (!(tailoring.hoursToFix >= 0)) {
		return 'Say within how many hours the sender mends what came back, or 0 for no such deadline.';
	}
	if (!isTimeZone(tailoring.timezone)) {
		return `“${tailoring.timezone}” is not a time zone. ${useIanaName(tailoring.timezone)}`;
	}
	return tailoring.opens < tailoring.closes ? undefined : 'The day must close after it opens.';
}
