import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { isObject } from '../domain/base/isObject';

/** A JSON object as n8n passes it around. */
export const dataObjectSchema = z.custom<IDataObject>(isObject, 'expected a JSON object');
