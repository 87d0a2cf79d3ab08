import { placeholdersIn, textsIn } from '../../lint/file/textsIn';
import type { TemplateNode } from '../nodes/workflow';

/** What a person chooses in some nodes after the import. */
export interface Choice {
	nodes: string[];
	what: string[];
}

/** The placeholders of a flow; nodes that ask for the same are told together. */
export function choicesOf(nodes: readonly TemplateNode[]): Choice[] {
	const choices: Choice[] = [];
	for (const { name, parameters } of nodes) {
		const what = textsIn(parameters, '').flatMap(({ text }) => placeholdersIn(text));
		if (what.length === 0) continue;
		const same = choices.find((choice) => choice.what.join() === what.join());
		if (same === undefined) choices.push({ nodes: [name], what });
		else same.nodes.push(name);
	}
	return choices;
}

/** A line of the set-up, such as `Choose in **Create the task**: ClickUp list.` */
export const describeChoice = ({ nodes, what }: Choice): string =>
	`Choose in ${nodes.map((name) => `**${name}**`).join(', ')}: ${what.join(', ')}.`;
