import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { z } from 'zod';

const DIST = join(__dirname, '..', '..', '..', 'dist');

const isFunction = (value: unknown): value is (...given: unknown[]) => unknown =>
	typeof value === 'function';
const moduleSchema = z.record(z.unknown());
const isNode = (value: unknown): value is INodeType =>
	typeof value === 'object' && value !== null && 'description' in value;

/** Something that the built package exports. */
function exported(file: string, name: string): unknown {
	const loaded = moduleSchema.parse({ ...require(join(DIST, file)) });
	return loaded[name];
}

/** A function of the built package, as plain JavaScript calls it: with anything. */
export function builtFunction(file: string, name: string): (...given: unknown[]) => unknown {
	const found = exported(file, name);
	if (isFunction(found)) return found;
	throw new Error(`dist/${file} has no function ${name}. Run npm run build.`);
}

/** A node of the built package. */
export function builtNode(name: string): INodeType {
	const Found = exported(`nodes/${name}/${name}.node.js`, name);
	const node: unknown = isFunction(Found) ? Reflect.construct(Found, []) : undefined;
	if (isNode(node)) return node;
	throw new Error(`dist has no node ${name}. Run npm run build.`);
}

/** Whether an error is one of ours: what is wrong, and how to mend it. */
export const isProblem = (error: unknown): boolean =>
	error instanceof Error &&
	error.name === 'HandoffProblem' &&
	'remedy' in error &&
	typeof error.remedy === 'string' &&
	error.remedy !== '';
