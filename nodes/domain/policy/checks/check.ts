import type { z } from 'zod';
import type { Instant } from '../../base/instant';
import type { Control } from '../../handoff/control';
import type { RecordCursor } from '../../base/record';
import type { Calendar } from '../../time/calendar';
import { oneValue, SeveralValues } from '../oneValue';
import type { Sources } from '../sources';
import type { CheckForm } from './formField';
import { say, type Sentence } from '../../language/sentence';

/** What a check may look at besides the value. */
export interface CheckContext extends RecordCursor {
	now: Instant;
	isMissing(value: unknown): boolean;
}

/** A check ready to run on any number of records. */
export interface CompiledCheck {
	/** What is expected of the value, as the end of "expected: …". */
	expected: Sentence;
	/**
	 * Judges a value that is not missing.
	 *
	 * @returns the shortfall, as a sentence without its subject ("is below 100"); undefined when the
	 * value is as expected
	 */
	judge(value: unknown, context: CheckContext): Sentence | undefined;
	/** Paths of other fields that the check reads. */
	reads?: string[];
	/** What is wrong with a missing value; undefined when that is in order. */
	missing: Sentence | undefined;
	/** Whether it looks at lists and objects as they are, instead of the one value in them. */
	takesAll: boolean;
	/** How the one value that counts can be named, where there are several. */
	oneOfThem: string;
	/**
	 * By what a person fills in the field, stored as where the record has no value yet; undefined
	 * where typing a value into this one field is no way to meet the check.
	 */
	control: Control | undefined;
}

const TEXT: Control = { kind: 'text', storedAs: 'text' };

/** A check as its own file makes it; what it leaves out is as for most. */
type MadeCheck = Omit<CompiledCheck, 'missing' | 'takesAll' | 'oneOfThem' | 'control'> &
	Partial<Pick<CompiledCheck, 'missing' | 'takesAll' | 'control'>>;

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
	form: CheckForm;
}

/**
 * Joins all that a check is: its settings, each with its meaning, how it is set in a form, and what
 * is made of it.
 */
export const defineCheck = <Schema extends z.ZodTypeAny>(
	schema: Schema,
	form: CheckForm,
	compile: (settings: z.output<Schema>, around: CheckSurroundings) => MadeCheck,
): Check<Schema> => ({
	schema,
	form,
	compile: (settings, around) => {
		const made = compile(schema.parse(settings), around);
		const { expected, judge, reads, takesAll = false } = made;
		const missing = 'missing' in made ? made.missing : say('shortfallMissing');
		const control = 'control' in made ? made.control : TEXT;
		const oneOfThem = `${around.field}[0]`;
		// All have the same members in the same order: the loop over them is fastest so.
		return { expected, judge, reads, missing, takesAll, oneOfThem, control };
	},
});

/**
 * Judges what a field holds: nothing, one value, also in a list of one or in a field object, or
 * several, of which none is chosen.
 */
export function judgeField(
	check: CompiledCheck,
	value: unknown,
	context: CheckContext,
): Sentence | undefined {
	if (typeof value !== 'object' || check.takesAll) {
		return context.isMissing(value) ? check.missing : check.judge(value, context);
	}
	const one = oneValue(value, context.isMissing);
	if (one instanceof SeveralValues) {
		return one.count === 0
			? check.missing
			: say('shortfallSeveral', { count: one.count, place: check.oneOfThem });
	}
	return context.isMissing(one) ? check.missing : check.judge(one, context);
}
