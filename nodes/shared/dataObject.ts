import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** A JSON object as n8n passes it around: any members, but no list and not nothing. */
export const dataObjectSchema = z.custom<IDataObject>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
	'expected a JSON object',
);
