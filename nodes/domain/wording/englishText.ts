import { z } from 'zod';

/** One text of a wording, with what it says in English. */
export const english = (text: string) => z.string().default(text);
