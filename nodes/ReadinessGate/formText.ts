import { z } from 'zod';

/** A text field of a form. An expression in it may have given a number, a boolean or nothing. */
export const formText = z
	.union([z.string(), z.number(), z.boolean()])
	.nullish()
	.transform((value) => String(value ?? '').trim());
