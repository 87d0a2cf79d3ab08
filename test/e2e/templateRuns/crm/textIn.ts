/** A text that is there and not empty. */
export const textIn = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;
