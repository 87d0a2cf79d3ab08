import type { IBinaryKeyData, IContextObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { isObject } from '../../domain/base/isObject';
import { dataObjectSchema } from '../dataObject';
import { jsonValue } from '../jsonValue';

/**
 * What a waiting node remembers is kept as JSON text: a webhook reads it by an expression, and n8n
 * hands an object out of an expression member by member, which costs more than all the rest of a visit.
 */
export const keptAsText = <Schema extends z.ZodTypeAny>(schema: Schema) =>
	z.preprocess(jsonValue, schema);

const STATE = 'request';
/** Apart from the state, because a record may be large and pages do not need it. */
const ITEM = 'item';

/** What the node remembers of an earlier run in this execution; undefined on the first run. */
export const storedState = (context: IContextObject): unknown => context[STATE];

/** Remembers this until the end of the execution. */
export function keepState(context: IContextObject, state: object): void {
	context[STATE] = JSON.stringify(state);
}

/** The item as it came in, without the envelope, which grows and is kept in the state. */
export const keptItemSchema = keptAsText(
	z.object({
		json: dataObjectSchema,
		binary: z.custom<IBinaryKeyData>(isObject).optional(),
	}),
);
export type KeptItem = z.infer<typeof keptItemSchema>;

export const readItem = (context: IContextObject): KeptItem =>
	keptItemSchema.parse(context[ITEM] ?? { json: {} });

export function keepItem(context: IContextObject, { json, binary }: INodeExecutionData): void {
	const record = Object.entries(json).filter(([member]) => member !== 'handoff');
	context[ITEM] = JSON.stringify({
		json: Object.fromEntries(record),
		...(binary === undefined ? {} : { binary }),
	});
}

/** The expression by which a webhook reads the state out of this node's context. */
export const stateExpression = (nodeName: string): string =>
	`{{ ${contextMember(nodeName, STATE)} }}`;

/** State and item by one expression: each costs n8n more than all that is done with them. */
export const memoryExpression = (nodeName: string): string =>
	`{{ ${contextMember(nodeName, STATE)} + "\\n" + ${contextMember(nodeName, ITEM)} }}`;

/** State and item as `memoryExpression` gives them: JSON has no bare line break in it. */
export function splitMemory(memory: unknown): { state: string; item: string } {
	const [state = '', item = ''] = typeof memory === 'string' ? memory.split('\n') : [];
	return { state, item };
}

/** The expression by which the node reads the handoff in the first item of its own last run. */
export const sentExpression = (nodeName: string): string =>
	`{{ $(${quote(nodeName)}).first(0)?.json.handoff }}`;

const contextMember = (nodeName: string, key: string): string =>
	`$(${quote(nodeName)}).context["${key}"]`;

/** Braces are written as escapes: a node may be named “{{ }}”. */
const quote = (nodeName: string): string =>
	JSON.stringify(nodeName).replace(/[{}]/g, (brace) => `\\u00${brace.charCodeAt(0).toString(16)}`);
