import { z } from 'zod';
import { parsePath } from './parsePath';

/** The path of a field in a record, such as `properties.amount` or `lines[0].price`. */
export const fieldPathSchema = z.string().refine((text) => parsePath(text) !== undefined, {
	message: 'must be the path of a field in the record, such as properties.amount',
});
