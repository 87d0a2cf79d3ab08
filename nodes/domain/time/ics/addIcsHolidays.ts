import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { holidaysFromIcs, type IcsChoice } from './holidaysFromIcs';

interface WithIcs {
	timezone: string;
	holidays: string[];
	holidaysIcs?: Omit<IcsChoice, 'timezone'> & { text: string };
}

/** Only the dates are kept of a feed: it is long, and a calendar travels with every handoff. */
export function addIcsHolidays<Given extends WithIcs>(
	{ holidaysIcs, ...calendar }: Given,
	context: z.RefinementCtx,
): Omit<Given, 'holidaysIcs'> {
	if (holidaysIcs === undefined) return calendar;
	const { text, ...choice } = holidaysIcs;
	try {
		const dates = holidaysFromIcs(text, { ...choice, timezone: calendar.timezone });
		return { ...calendar, holidays: [...new Set([...calendar.holidays, ...dates])].sort() };
	} catch (thrown) {
		const { message, remedy } = thrown instanceof HandoffProblem ? thrown : unreadable(thrown);
		const code = z.ZodIssueCode.custom;
		const issue = { code, message, path: ['holidaysIcs'], params: { remedy }, fatal: true };
		context.addIssue(issue);
		return z.NEVER;
	}
}

const unreadable = (thrown: unknown): HandoffProblem =>
	new HandoffProblem(
		`the text cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
		'List the dates in “holidays”.',
	);
