import { Script } from 'node:vm';
import { ExpressionParser, isExpression } from 'n8n-workflow';
import { textsIn, type PlacedText } from '../file/textsIn';
import type { WorkflowNode } from '../file/workflowFile';
import { remark, type Remark } from '../remark';
import type { Graph } from './graph';

/** Node types whose texts look like expressions and are none, or hold code of their own. */
const NO_EXPRESSIONS = /\.(stickyNote|html|code|function|functionItem|n8n)$/;
/**
 * Texts in which braces mean something else: what the editor remembers of a choice, a workflow
 * inside a workflow, and queries, in which database nodes look for expressions by themselves.
 */
const OTHER_BRACES = /\.(cachedResult\w+|workflowJson|query)$/;
const CODE = /\.(code|function|functionItem)$/;

/** Whether the expressions of a node parse, and name nodes that can have run before. */
export function lintExpressions(
	node: WorkflowNode,
	{ names, graph }: { names: ReadonlySet<string>; graph: Graph },
): Remark[] {
	const before = graph.before(node.name);
	return textsIn(node.parameters, 'parameters').flatMap((placed): Remark[] => {
		const codeMatches = isExpression(placed.text) || CODE.test(node.type);
		if (!codeMatches) return lintPlainText(node, placed);
		const references = referencesIn(placed.text);
		return [
			...lintSyntax(node, placed),
			...references
				.filter((name) => !names.has(name))
				.map((name) => missingReference(node, placed, name)),
			...referencesIn(placed.text, READS_DATA)
				.filter((name) => names.has(name) && !before.has(name))
				.map((name) => lateReference(node, placed, name)),
		];
	});
}

function lintPlainText({ name, type }: WorkflowNode, { at, text }: PlacedText): Remark[] {
	if (NO_EXPRESSIONS.test(type) || OTHER_BRACES.test(at) || !/\{\{[^{}]*\$\w*[^{}]*\}\}/.test(text))
		return [];
	return [
		remark('expression-as-text', {
			node: name,
			at,
			message: 'This looks like an expression, but n8n takes it as plain text.',
			remedy: 'Begin the value with “=”.',
		}),
	];
}

function lintSyntax({ name }: WorkflowNode, { at, text }: PlacedText): Remark[] {
	if (!isExpression(text)) return [];
	return ExpressionParser.splitExpression(text.slice(1)).flatMap((chunk): Remark[] => {
		if (chunk.type === 'text') return [];
		const problem = chunk.hasClosingBrackets ? problemIn(chunk.text) : 'it has no closing }}';
		if (problem === undefined) return [];
		const message = `The expression {{${chunk.text}… cannot be read: ${problem}.`;
		const remedy = 'Open it in the expression editor; it shows the place.';
		return [remark('broken-expression', { node: name, at, message, remedy })];
	});
}

/** Compiles the code without running it: as one expression, else as statements. */
function problemIn(code: string): string | undefined {
	const [asExpression, asStatements] = [`(${code}\n)`, code].map(syntaxErrorOf);
	return asExpression === undefined || asStatements === undefined ? undefined : asExpression;
}

function syntaxErrorOf(code: string): string | undefined {
	try {
		new Script(code);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

const REFERENCE =
	/\$(?:\(|node\[|items\()\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
/** All but the settings of a node, which can be read before it has run. */
const READS_DATA = new RegExp(`${REFERENCE.source}(?!\\s*\\)\\.params\\b)`, 'g');

/** The names of the nodes that a piece of code refers to, each once. */
const referencesIn = (code: string, pattern = REFERENCE): string[] => [
	...new Set(
		[...code.matchAll(pattern)].map(([, single, double, back]) =>
			(single ?? double ?? back ?? '').replace(/\\(.)/g, '$1'),
		),
	),
];

const missingReference = ({ name }: WorkflowNode, { at }: PlacedText, wanted: string): Remark =>
	remark('missing-reference', {
		node: name,
		at,
		message: `The expression reads from “${wanted}”, and there is no such node.`,
		remedy: 'Use the name of a node of this file.',
	});

const lateReference = ({ name }: WorkflowNode, { at }: PlacedText, wanted: string): Remark =>
	remark('late-reference', {
		node: name,
		at,
		message: `The expression reads from “${wanted}”, from which no way leads here: it has never run.`,
		remedy: 'Read from a node that runs before this one.',
	});
