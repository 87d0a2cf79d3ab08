import { z } from 'zod';
import { plainValueSchema } from './control';
import { decidedBySchema } from './proof';

/** A value that somebody sent for a field of the record, and what the record held before. */
export const changeSchema = z.object({
	/** Ids of the requirements that it is for. */
	requirements: z.array(z.string()),
	field: z.string(),
	label: z.string(),
	from: plainValueSchema,
	to: plainValueSchema,
	by: decidedBySchema,
	at: z.string(),
});
export type Change = z.infer<typeof changeSchema>;
