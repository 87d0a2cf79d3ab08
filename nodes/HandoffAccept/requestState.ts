import type { IContextObject, IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { handoffSchema } from '../domain/envelope';
import { personSchema } from '../domain/message/message';
import { dataObjectSchema } from '../shared/dataObject';

/**
 * What the node remembers while it waits, in its own context: it survives restarts, and the webhook
 * can read it when `$json` cannot be trusted to be the record any more.
 */
export const requestStateSchema = z.object({
	handoff: handoffSchema.required({ request: true }),
	escalateTo: z.array(personSchema),
	page: z.object({ accent: z.string(), logo: z.string(), wording: z.record(z.string()) }),
});
export type RequestState = z.infer<typeof requestStateSchema>;

const STATE = 'request';
/** Apart from the state, because a record may be large and pages do not need it. */
const RECORD = 'record';

/** Reads the state of an earlier run of this node in this execution; undefined on the first run. */
export function readState(context: IContextObject): RequestState | undefined {
	const stored: unknown = context[STATE];
	return stored === undefined ? undefined : requestStateSchema.parse(stored);
}

export function writeState(context: IContextObject, state: RequestState): void {
	context[STATE] = state;
}

export const readRecord = (context: IContextObject): IDataObject =>
	dataObjectSchema.parse(context[RECORD] ?? {});

/** Keeps the record as it came in, without the envelope, which grows and is kept in the state. */
export function keepRecord(context: IContextObject, json: IDataObject): void {
	const { handoff: _handoff, ...record } = json;
	context[RECORD] = record;
}

/** The expression by which a webhook reads this node's context. */
export const stateExpression = (nodeName: string): string => contextExpression(nodeName, STATE);
export const recordExpression = (nodeName: string): string => contextExpression(nodeName, RECORD);

/** Braces are written as escapes: a node may be named “{{ }}”. */
function contextExpression(nodeName: string, key: string): string {
	const name = JSON.stringify(nodeName).replace(
		/[{}]/g,
		(brace) => `\\u00${brace.charCodeAt(0).toString(16)}`,
	);
	return `{{ $(${name}).context["${key}"] }}`;
}
