import { z } from 'zod';

/** One text of a wording, with what it says in English. */
export const say = (english: string) => z.string().default(english);
