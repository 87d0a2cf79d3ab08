import { z } from 'zod';
import { closestSpelling } from './closestSpelling';

/** An object that refuses keys it does not know, and says which known one was probably meant. */
export const closedObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z
		.object(shape, {
			errorMap: (issue, { defaultError }) => ({
				message:
					issue.code === 'unrecognized_keys'
						? unknownKeys(issue.keys, Object.keys(shape))
						: defaultError,
			}),
		})
		.strict();

function unknownKeys(keys: readonly string[], known: readonly string[]): string {
	return keys
		.map((key) => {
			const meant = closestSpelling(key, known);
			const hint =
				meant === undefined ? `known are ${known.join(', ')}` : `did you mean “${meant}”?`;
			return `does not know the setting “${key}” (${hint})`;
		})
		.join('; ');
}
