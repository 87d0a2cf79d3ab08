import { composeHandoff, fileNameOf } from '../combinations/compose';
import { pickCombination, type Picked } from '../combinations/pickCombination';
import { tailorPolicy, type Tailoring } from '../combinations/tailorPolicy';
import { tailoringProblems } from '../combinations/tailoringProblems';
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
export const whatIsWrong = ({ tailoring }: Choices): string | undefined =>
	tailoringProblems(tailoring)[0]?.message;
