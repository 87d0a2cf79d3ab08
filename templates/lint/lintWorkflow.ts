import { lintCanvas } from './canvas/canvasRules';
import { lintForm } from './canvas/formRules';
import { choicesIn } from './file/choices';
import { lintIdentity } from './file/identityRules';
import { lintPrivacy } from './file/privacyRules';
import { readWorkflow, type WorkflowFile } from './file/workflowFile';
import { lintConnections } from './flow/connectionRules';
import { lintExpressions } from './flow/expressionRules';
import { graphOf } from './flow/graph';
import { lintLoop } from './flow/loopRules';
import { lintFailures } from './flow/messageRules';
import { lintReadable } from './flow/readableRules';
import { lintReach } from './flow/reachRules';
import type { NodeCatalogue } from './nodes/catalogue';
import { lintCredentials } from './nodes/credentialRules';
import { lintParameters } from './nodes/parameterRules';
import { lintPolicy } from './nodes/policyRules';
import { subjectOf, type Subject } from './nodes/subject';
import { lintType } from './nodes/typeRules';
import type { Remark } from './remark';

export interface LintOptions {
	catalogue: NodeCatalogue;
	/** Whether it is one of the templates we ship, which also have a form to keep. */
	shipped?: boolean;
}

/**
 * Checks a workflow, as `JSON.parse` gave it, against the nodes of an n8n and against our rules for
 * templates. Takes anything: what is no workflow is a remark, too.
 */
export function lintWorkflow(raw: unknown, { catalogue, shipped = false }: LintOptions): Remark[] {
	const { file, remarks } = readWorkflow(raw);
	if (file === undefined) return remarks;
	const subjects = new Map(
		file.nodes.flatMap((node): Array<[string, Subject]> => {
			const subject = subjectOf(node, catalogue);
			return subject === undefined ? [] : [[node.name, subject]];
		}),
	);
	return [
		...remarks,
		...lintIdentity(file.nodes),
		...file.nodes.flatMap((node) => lintNode(node, subjects.get(node.name), catalogue)),
		...lintFlow(file, subjects),
		...lintPrivacy(file),
		...lintCanvas(file.nodes, (name) => outputsIn(file, name)),
		...(shipped ? [...lintForm(file), ...lintReadable(file.nodes)] : []),
	];
}

function lintNode(
	node: WorkflowFile['nodes'][number],
	subject: Subject | undefined,
	catalogue: NodeCatalogue,
): Remark[] {
	return [
		...lintType(node, catalogue),
		...(subject === undefined
			? []
			: [
					...lintParameters(subject),
					...lintPolicy(subject),
					...lintCredentials(subject, catalogue),
				]),
		...choicesIn(node),
	];
}

function lintFlow(file: WorkflowFile, subjects: ReadonlyMap<string, Subject>): Remark[] {
	const { nodes, connections } = file;
	const names = new Set(nodes.map(({ name }) => name));
	const graph = graphOf(connections);
	return [
		...lintConnections(connections, { nodes, subjects }),
		...lintReach(file, subjects),
		...nodes.flatMap((node) => lintExpressions(node, { names, graph })),
		...[...subjects.values()].flatMap((subject) => [
			...lintFailures(subject, connections),
			...lintLoop(subject, { graph, nodes }),
		]),
	];
}

const outputsIn = ({ connections }: WorkflowFile, name: string): number =>
	Math.max(1, ...connections.filter(({ from }) => from === name).map(({ output }) => output + 1));
