import type { IContextObject } from 'n8n-workflow';
import { z } from 'zod';
import { personSchema } from '../domain/base/message';
import { handoffSchema } from '../domain/handoff/envelope';
import { passwordHashSchema } from '../domain/handoff/proof';
import type { Clock } from '../domain/time/clock';
import { isStoredClock } from '../domain/time/storedClock';
import { keptWordingSchema, keepWording } from '../domain/wording/keptWording';
import { keepState, keptAsText, storedState } from '../shared/waiting/memory';

const memorySchema = z.object({
	handoff: handoffSchema.required({ request: true }),
	escalateTo: z.array(personSchema),
	/** By which it was put; it was parsed then, and a page need not do that again. */
	clock: z.custom<Clock>(isStoredClock),
	/** Whether only the last messages about it are still to come back. */
	isOver: z.boolean().optional(),
	branding: z.object({ accent: z.string(), logo: z.string() }),
	wording: keptWordingSchema,
	/** Salted and hashed; what was set is not kept. */
	password: passwordHashSchema.optional(),
	asksCode: z.boolean(),
	forwarding: z.object({ domains: z.array(z.string()).optional() }).optional(),
});
export type RequestState = z.infer<typeof memorySchema>;

/**
 * What the node remembers while it waits, in its own context: it survives restarts, and the webhook
 * can read it when `$json` cannot be trusted to be the record any more.
 */
export const requestStateSchema = keptAsText(memorySchema);

/** Reads the state of an earlier run of this node in this execution; undefined on the first run. */
export function readState(context: IContextObject): RequestState | undefined {
	const stored = storedState(context);
	return stored === undefined ? undefined : requestStateSchema.parse(stored);
}

/** The message of the node before is left out: five forms of a text that nobody reads again. */
export function writeState(context: IContextObject, state: RequestState): void {
	keepState(context, {
		...state,
		handoff: { ...state.handoff, message: undefined },
		wording: keepWording(state.wording),
	});
}
