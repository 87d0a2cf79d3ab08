import type { z } from 'zod';
import type { Instant } from '../../base/instant';
import type { RecordCursor } from '../../base/record';
import type { Calendar } from '../../time/calendar';
import type { Sources } from '../sources';

/** What a check may look at besides the value. */
export interface CheckContext extends RecordCursor {
	now: Instant;
	isMissing(value: unknown): boolean;
}

/** A check ready to run on any number of records. */
export interface CompiledCheck {
	/** What is expected of the value, as the end of "expected: …". */
	expected: string;
	/**
	 * Judges a value that is not missing.
	 *
	 * @returns the shortfall, as a sentence without its subject ("is below 100"); undefined when the
	 * value is as expected
	 */
	judge(value: unknown, context: CheckContext): string | undefined;
	/** Paths of other fields that the check reads. */
	reads?: string[];
}

/** What a check may need to know of the policy around it. */
export interface CheckSurroundings {
	field: string;
	sources: Sources;
	/** By the name of the side or team that keeps it. */
	calendars: Readonly<Record<string, Calendar>>;
}

export const NOWHERE: CheckSurroundings = { field: '', sources: {}, calendars: {} };

export interface Check<Schema extends z.ZodTypeAny = z.ZodTypeAny> {
	schema: Schema;
	/** @throws HandoffProblem when the settings contradict each other */
	compile(settings: unknown, around: CheckSurroundings): CompiledCheck;
}

/** Joins the schema of a check's settings and what is made of them. */
export const defineCheck = <Schema extends z.ZodTypeAny>(
	schema: Schema,
	compile: (settings: z.output<Schema>, around: CheckSurroundings) => CompiledCheck,
): Check<Schema> => ({
	schema,
	compile: (settings, around) => {
		const { expected, judge, reads } = compile(schema.parse(settings), around);
		return { expected, judge, reads };
	},
});
