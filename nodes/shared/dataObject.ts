import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** Whether a value is an object with members: no list, and not nothing. */
export const isObject = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object as n8n passes it around. */
export const dataObjectSchema = z.custom<IDataObject>(isObject, 'expected a JSON object');
