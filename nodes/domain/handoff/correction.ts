import { z } from 'zod';
import { controlledFieldSchema, plainValueSchema } from './control';

/** What may be corrected, and what it takes to judge the record again: no later node reads the policy. */
export const correctionTermsSchema = z.object({
	/** The fields with their values as the gate saw them, and by what they are filled in. */
	fields: z.array(controlledFieldSchema),
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
