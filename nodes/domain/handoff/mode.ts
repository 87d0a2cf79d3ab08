import { z } from 'zod';

/** How strictly a gate acts on its verdict: block, let pass with a warning, or only note. */
export const modeSchema = z.enum(['enforce', 'warn', 'shadow']);
export type Mode = z.infer<typeof modeSchema>;
