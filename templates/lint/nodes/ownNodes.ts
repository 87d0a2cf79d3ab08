import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';

const ROOT = join(__dirname, '..', '..', '..');
const manifestSchema = z.object({ n8n: z.object({ nodes: z.array(z.string()) }) });
const classSchema = z.custom<new () => INodeType>((value) => typeof value === 'function');

/** The descriptions of the nodes that our package.json lists, from their sources. */
export function readOwnNodes(): INodeTypeDescription[] {
	const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	return manifestSchema.parse(manifest).n8n.nodes.map(readDescription);
}

/** The file is named whole: without its ending, the codex `X.node.json` beside it could be taken. */
function readDescription(built: string): INodeTypeDescription {
	const source = built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
	const loaded = z.record(z.unknown()).parse(require(join(ROOT, source)));
	const Node = classSchema.parse(loaded[basename(source, '.node.ts')]);
	return new Node().description;
}
