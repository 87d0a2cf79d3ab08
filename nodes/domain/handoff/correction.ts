import { z } from 'zod';
import { plainEntrySchema, plainValueSchema } from './control';

/** A field that the receiving team may correct, with its value as the gate saw it. */
export const correctableFieldSchema = z.object({
	field: z.string(),
	label: z.string(),
	value: plainValueSchema,
	/** The agreed values, where the policy names them. */
	options: z.array(plainEntrySchema).optional(),
	/** Whether a day is asked for. */
	day: z.boolean().optional(),
	/** Whether it is a list, typed with one entry a line. */
	list: z.boolean().optional(),
});
export type CorrectableField = z.infer<typeof correctableFieldSchema>;

/** What may be corrected, and what it takes to judge the record again: no later node reads the policy. */
export const correctionTermsSchema = z.object({
	fields: z.array(correctableFieldSchema),
	/** The part of the policy that judges. */
	policy: z.record(z.unknown()),
	/** The values that it looks at, in the places where the record has them. */
	record: z.record(z.unknown()),
});
export type CorrectionTerms = z.infer<typeof correctionTermsSchema>;

/** One value that a person of the receiving team corrected. The record keeps the old one. */
export const correctionSchema = z.object({
	field: z.string(),
	label: z.string(),
	from: plainValueSchema,
	to: plainValueSchema,
	by: z.object({ name: z.string(), email: z.string() }),
	at: z.string(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** A corrected value before it is known who decided when. */
export type TypedCorrection = Pick<Correction, 'field' | 'label' | 'from' | 'to'>;
