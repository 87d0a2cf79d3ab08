import { remark, type Remark } from '../remark';
import { placeholdersIn, textsIn } from './textsIn';
import type { WorkflowNode } from './workflowFile';

/** What whoever imports the file must choose in a node: the words of its placeholders. */
export const choicesIn = ({ type, name, parameters }: WorkflowNode): Remark[] =>
	type === 'n8n-nodes-base.stickyNote'
		? []
		: textsIn(parameters, 'parameters').flatMap(({ at, text }) =>
				placeholdersIn(text).map((message) =>
					remark('choose-value', {
						node: name,
						at,
						message,
						remedy: 'Choose it in the editor after the import.',
					}),
				),
			);
