import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

/** Runs whose handoffs are none: they have tables of their own and never count in a report. */
const TEST_MODES = ['manual', 'evaluation'];

/** Whether n8n runs this for somebody who tries the flow out. */
export const isTestRun = (context: Pick<IExecuteFunctions, 'getMode'>): boolean =>
	TEST_MODES.includes(context.getMode());

const markedSchema = z.object({ handoff: z.object({ test: z.literal(true) }) });

/** Whether a handoff among the items began in a test run, here or in the flow that called this one. */
export const beganInTest = (
	context: Pick<IExecuteFunctions, 'getMode' | 'getInputData'>,
): boolean =>
	isTestRun(context) ||
	context.getInputData().some(({ json }) => markedSchema.safeParse(json).success);
