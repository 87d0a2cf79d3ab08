import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { defineCheck } from './check';

/** Anything but a missing value. */
export const presentCheck = defineCheck(closedObject({ kind: z.literal('present') }), () => ({
	expected: 'a value',
	judge: () => undefined,
}));
