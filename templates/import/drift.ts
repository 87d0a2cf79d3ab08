import { isDeepStrictEqual } from 'node:util';
import { wiresOf } from './merge';
import { isOpen, membersOf } from './values';
import type { Wire } from './wires';
import type { Workflow, WorkflowNode } from './workflowShape';

const STICKY = 'n8n-nodes-base.stickyNote';
/** What the editor remembers of a choice. */
const REMEMBERED = /^cachedResult/;
/** What is told by itself, by what a node is followed, and where it stands. */
const NO_CONTENT = ['parameters', 'id', 'name', 'webhookId', 'position'];
/** As much of a value as is shown, and of what it has in common with the other before that. */
const [SHOWN, IN_COMMON] = [160, 30];

/**
 * Where a workflow in n8n is not as the file of clients and the template have it, in words. What the
 * file leaves open is nobody's difference: somebody chose it in n8n.
 *
 * @param current as it is in n8n after the import, by the same names as `wanted`
 */
export function driftOf(current: Workflow, wanted: Workflow): string[] {
	const [here, there] = [current, wanted].map(nodesIn);
	const added = [...(here?.values() ?? [])].filter(({ id }) => !there?.has(id));
	return [
		...[...(there?.values() ?? [])].flatMap((node) => {
			const now = here?.get(node.id);
			if (now === undefined) return [`“${node.name}” was removed in n8n`];
			return nodeDrift(now, node);
		}),
		...added.map(({ name }) => `“${name}” is in n8n only`),
		...wireDrift(current, wanted, new Set(added.map(({ name }) => name))),
		...Object.entries(wanted.settings).flatMap(([key, value]) =>
			differences(`settings · ${key}`, current.settings[key], value),
		),
	];
}

const nodesIn = ({ nodes }: Workflow): Map<string, WorkflowNode> =>
	new Map(nodes.filter(({ type }) => type !== STICKY).map((node) => [node.id, node]));

function nodeDrift(current: WorkflowNode, wanted: WorkflowNode): string[] {
	// A credential that the file does not name is chosen in n8n.
	const { credentials = current.credentials } = wanted;
	const told: WorkflowNode = { ...wanted, ...(credentials && { credentials }) };
	const keys = Object.keys({ ...told, ...current }).filter((key) => !NO_CONTENT.includes(key));
	return [
		...differences(`“${current.name}”`, current.parameters, told.parameters),
		...keys.flatMap((key) => differences(`“${current.name}” · ${key}`, current[key], told[key])),
	];
}

function differences(at: string, current: unknown, wanted: unknown): string[] {
	if (isDeepStrictEqual(current, wanted) || isOpen(wanted)) return [];
	const [here, there] = [membersOf(current), membersOf(wanted)];
	if (here === undefined || there === undefined) return [tell(at, current, wanted)];
	return [...new Set([...Object.keys(there.members), ...Object.keys(here.members)])]
		.filter((key) => !REMEMBERED.test(key))
		.flatMap((key) => differences(`${at} · ${key}`, here.members[key], there.members[key]));
}

function wireDrift(current: Workflow, wanted: Workflow, own: ReadonlySet<string>): string[] {
	const [here, there] = [wiresOf(current), wiresOf(wanted)];
	const names = new Set(current.nodes.map(({ name }) => name));
	return [...new Set([...there.keys(), ...here.keys()])].flatMap((key) => {
		const [now, then] = [here.get(key), there.get(key)];
		const from = (now ?? then)?.from ?? '';
		if (own.has(from) || !names.has(from) || isDeepStrictEqual(now, then)) return [];
		return [
			tell(`“${from}” · output ${((now ?? then)?.output ?? 0) + 1}`, leadsTo(now), leadsTo(then)),
		];
	});
}

const leadsTo = (wire: Wire | undefined): string[] => wire?.targets.map(({ node }) => node) ?? [];

/** Both values, from shortly before where they begin to differ. */
function tell(at: string, current: unknown, wanted: unknown): string {
	const [here, there] = [current, wanted].map((value) => JSON.stringify(value) ?? 'nothing');
	const from = firstDifference(here ?? '', there ?? '');
	return `${at}\n      in n8n:   ${excerpt(here ?? '', from)}\n      the file: ${excerpt(there ?? '', from)}`;
}

function firstDifference(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	return at;
}

function excerpt(text: string, difference: number): string {
	if (text.length <= SHOWN) return text;
	const from = difference <= SHOWN / 2 ? 0 : difference - IN_COMMON;
	const shown = text.slice(from, from + SHOWN);
	return `${from > 0 ? '…' : ''}${shown}${from + SHOWN < text.length ? '…' : ''}`;
}
