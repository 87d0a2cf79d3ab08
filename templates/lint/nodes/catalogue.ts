import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { dependencies } from '../../../demo/n8n/package.json';
import { describedN8n } from './describedN8n';
import { readOwnNodes } from './ownNodes';

/** What is known of the nodes that a workflow can be made of. */
export interface NodeCatalogue {
	find(type: string, version: number): INodeTypeDescription | undefined;
	/** The versions of a node type, lowest first; none when the type does not exist. */
	versions(type: string): number[];
	/** Whether the package of this type is one we have the descriptions of. */
	knowsPackageOf(type: string): boolean;
	knowsCredential(type: string): boolean;
	/** What n8n calls a credential type; its own name when there is no such type. */
	credentialLabel(type: string): string;
}

const OWN_PACKAGE = 'n8n-nodes-handoff';

const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];

/** The folder of packages in which the n8n of the demo was installed. */
export const INSTALLED_N8N = join(__dirname, '..', '..', '..', 'demo', 'n8n', 'node_modules');

const descriptionSchema = z.custom<INodeTypeDescription>(
	(value) =>
		z.object({ name: z.string(), properties: z.array(z.unknown()) }).safeParse(value).success,
);
const credentialSchema = z.object({ name: z.string(), displayName: z.string() });

const catalogues = new Map<string, NodeCatalogue>();

/**
 * The node descriptions of the release that the templates are made with: of the n8n of the demo where
 * it is installed, else from npm, which are two packages instead of a whole n8n.
 *
 * @param installed the folder of packages in which that n8n would be
 * @throws HandoffProblem when npm cannot be reached
 */
export const nodesOfDemo = (installed = INSTALLED_N8N): string =>
	existsSync(join(installed, 'n8n-nodes-base')) ? installed : describedN8n(dependencies.n8n);

/**
 * Reads the node descriptions of n8n, once in a run, and adds our own.
 *
 * @param nodeModules the folder of packages that holds `n8n-nodes-base`
 * @throws HandoffProblem when there is none and npm cannot be reached
 */
export function readCatalogue(nodeModules = nodesOfDemo()): NodeCatalogue {
	const known = catalogues.get(nodeModules);
	if (known !== undefined) return known;
	const catalogue = readPackages(nodeModules);
	catalogues.set(nodeModules, catalogue);
	return catalogue;
}

function readPackages(nodeModules: string): NodeCatalogue {
	const byType = new Map<string, INodeTypeDescription[]>();
	const add = (owner: string, description: INodeTypeDescription) => {
		const type = `${owner}.${description.name}`;
		byType.set(type, [...(byType.get(type) ?? []), description]);
	};
	const credentials = new Map<string, string>();
	for (const owner of PACKAGES) {
		const folder = join(nodeModules, owner, 'dist', 'types');
		for (const node of readList(join(folder, 'nodes.json'), descriptionSchema)) add(owner, node);
		for (const one of readList(join(folder, 'credentials.json'), credentialSchema)) {
			credentials.set(one.name, one.displayName);
		}
	}
	for (const node of readOwnNodes()) add(OWN_PACKAGE, node);
	return catalogueOf(byType, credentials);
}

function readList<T>(path: string, schema: z.ZodType<T>): T[] {
	if (existsSync(path)) return z.array(schema).parse(JSON.parse(readFileSync(path, 'utf8')));
	throw new HandoffProblem(
		`There is no n8n here: ${path} is missing.`,
		'Name the folder of packages (node_modules) of an n8n, or a release such as 2.41.1.',
	);
}

const versionsOf = ({ version }: INodeTypeDescription): number[] => [version].flat();

function catalogueOf(
	byType: Map<string, INodeTypeDescription[]>,
	credentials: Map<string, string>,
): NodeCatalogue {
	const descriptions = (type: string) => byType.get(type) ?? toolsOf(byType, type);
	const packages = new Set([...PACKAGES, OWN_PACKAGE]);
	return {
		find: (type, version) =>
			descriptions(type).find((description) => versionsOf(description).includes(version)),
		versions: (type) =>
			descriptions(type)
				.flatMap(versionsOf)
				.sort((a, b) => a - b),
		knowsPackageOf: (type) => packages.has(type.slice(0, type.lastIndexOf('.'))),
		knowsCredential: (type) => credentials.has(type),
		credentialLabel: (type) => credentials.get(type) ?? type,
	};
}

const TOOL = /Tool$/;
const TOOL_PROPERTIES: INodeProperties[] = ['descriptionType', 'toolDescription'].map((name) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
}));

/** n8n makes a tool of each node that allows it: `slackTool` of `slack`. */
function toolsOf(
	byType: Map<string, INodeTypeDescription[]>,
	type: string,
): INodeTypeDescription[] {
	if (!TOOL.test(type)) return [];
	return (byType.get(type.replace(TOOL, '')) ?? [])
		.filter(({ usableAsTool }) => Boolean(usableAsTool))
		.map((description) => ({
			...description,
			inputs: [],
			outputs: ['ai_tool'],
			properties: [...TOOL_PROPERTIES, ...description.properties],
		}));
}
