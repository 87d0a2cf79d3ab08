import type { IContextObject } from 'n8n-workflow';
import { z } from 'zod';
import { personSchema } from '../domain/base/message';
import { handoffSchema } from '../domain/handoff/envelope';
import { sentChangesSchema } from '../domain/handoff/fixing';
import { keepWording, keptWordingSchema } from '../domain/wording/keptWording';
import { keepState, keptAsText, storedState } from '../shared/waiting/memory';

/** What the node remembers while it waits. */
export const fixStateSchema = keptAsText(
	z.object({
		handoff: handoffSchema.required({ fixing: true }),
		escalateTo: z.array(personSchema),
		/** What was sent last, and is being written. */
		lastSent: sentChangesSchema.optional(),
		/** Whether nothing is waited for any more. */
		isOver: z.boolean().optional(),
		branding: z.object({ accent: z.string(), logo: z.string() }),
		wording: keptWordingSchema,
	}),
);
export type FixState = z.infer<typeof fixStateSchema>;

/** Reads what an earlier run of this node in this execution has left; undefined on the first run. */
export function readFixState(context: IContextObject): FixState | undefined {
	const stored = storedState(context);
	return stored === undefined ? undefined : fixStateSchema.parse(stored);
}

/** The message of the node before is left out: five forms of a text that nobody reads again. */
export function writeFixState(context: IContextObject, state: FixState): void {
	keepState(context, {
		...state,
		handoff: { ...state.handoff, message: undefined },
		wording: keepWording(state.wording),
	});
}
