import { z } from 'zod';
import { parsePath } from './parsePath';

/** The path of a field in a record, such as `properties.amount` or `lines[0].price`. */
export const fieldPathSchema = z.string().refine(
	(text) => parsePath(text) !== undefined,
	(text) => ({
		message: text.includes('[')
			? 'must be the path of a field in the record; an entry of a list is named by its place or by what it is, such as emails[0].value or emails[primary=true].value'
			: 'must be the path of a field in the record, such as properties.amount',
	}),
);
