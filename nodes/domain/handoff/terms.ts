import { z } from 'zod';
import { fieldPathSchema } from '../base/fieldPath';
import { closedObject } from '../base/closedObject';

/** One thing the receiving team confirms when it accepts. */
export const checklistItemSchema = closedObject({
	id: z.string().min(1),
	label: z.string().min(1),
	required: z.boolean().default(false),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** One item of the checklist as it was answered. */
export const checkedItemSchema = z.object({
	id: z.string(),
	label: z.string(),
	checked: z.boolean(),
});

/** A coded cause for returning a handoff; some want a note to be useful. */
export const returnReasonSchema = closedObject({
	code: z.string().min(1),
	label: z.string().min(1),
	needsNote: z.boolean().default(false),
});
export type ReturnReason = z.infer<typeof returnReasonSchema>;

/** What both teams agreed that accepting and returning mean. */
export const acceptanceTermsSchema = closedObject({
	checklist: z.array(checklistItemSchema).default([]),
	returnReasons: z.array(returnReasonSchema).default([]),
	/** Fields whose value the receiving team may correct when it accepts. */
	correctable: z.array(fieldPathSchema).optional(),
});
