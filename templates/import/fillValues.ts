import { HandoffProblem } from '../../nodes/domain/base/problem';
import { mapNodes, mapParameters, type Workflow } from './workflowShape';

const PLACEHOLDER = /<__PLACEHOLDER_VALUE__(.+?)__>/g;
const ALONE = /^<__PLACEHOLDER_VALUE__(.+?)__>$/;

/**
 * Puts what a client chose in the place of n8n's placeholders; what was not chosen stays one.
 *
 * @param values by the words of the placeholder
 * @throws HandoffProblem for a value that n8n would run as an expression
 */
export function fillValues(workflow: Workflow, values: Record<string, string>): Workflow {
	for (const [what, value] of Object.entries(values)) requirePlain(what, value);
	return mapNodes(workflow, (node) =>
		node.type === 'n8n-nodes-base.stickyNote'
			? node
			: mapParameters(node, (text) => fillText(text, values)),
	);
}

function fillText(text: string, values: Record<string, string>): string {
	const [, alone] = ALONE.exec(text) ?? [];
	if (alone !== undefined) return values[alone] ?? text;
	return text.replace(PLACEHOLDER, (mark, what: string) => {
		const value = values[what];
		return value === undefined ? mark : quotable(value);
	});
}

/** As it stands between quotes of JSON or of an expression. */
const quotable = (value: string): string =>
	JSON.stringify(value).slice(1, -1).replaceAll("'", '\\u0027');

function requirePlain(what: string, value: string): void {
	if (!value.startsWith('=') && !/\{\{|<__PLACEHOLDER/.test(value)) return;
	throw new HandoffProblem(
		`The value for “${what}” is an expression of n8n, not a choice.`,
		'Write the value itself. Expressions belong into the editor of n8n.',
	);
}
