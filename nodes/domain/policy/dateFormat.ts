import { DateTime } from 'luxon';
import { z } from 'zod';

const LONGEST = 50;

/** Text in quotes, and runs of one letter. */
const PARTS = /'[^']*'|([a-zA-Z])\1*/g;

/** The letters that luxon reads in a format, besides what it writes in its own order. */
const LETTERS =
	/^(?:d{1,2}|[ML]{1,4}|y|yy|yyyy|[Ec]{1,5}|[Hh]{1,2}|m{1,2}|s{1,2}|S{1,3}|u|a|Z{1,3}|z)$/;

/** What is meant by letters that other programs, and other languages, use for a part of a date. */
const MEANT: ReadonlyArray<[written: RegExp, meant: string]> = [
	[/^[YyJjAa]{4}$|^Y$/, 'yyyy'],
	[/^(?:YY|AA)$/, 'yy'],
	[/^[DTJj]{2}$|^tt$/, 'dd'],
	[/^[DTJj]$/, 'd'],
	[/^mm$/, 'MM'],
	[/^m$/, 'M'],
	[/^MMM+$|^mmm+$/, 'MMM'],
];

const EXAMPLE = Date.UTC(2026, 11, 31);

/** How a date is written, in the letters that luxon reads: `dd.MM.yyyy`. */
export const dateFormatSchema = z
	.string()
	.min(1)
	.max(LONGEST)
	.superRefine((format, context) => {
		const message = formatProblem(format);
		if (message === undefined) return;
		const meant = meantBy(format);
		const remedy =
			meant === undefined
				? 'Write d or dd for the day, M or MM for the month, yyyy for the year, and other words in single quotes, such as dd.MM.yyyy.'
				: `Did you mean “${meant}”? dd stands for the day, MM for the month, yyyy for the year.`;
		context.addIssue({ code: 'custom', message, params: { remedy } });
	});

/** The last day of 2026 in a format, as an example of how a date is wanted. */
export const exampleOf = (format: string): string => writeMidnight(EXAMPLE, format);

/** The day that begins at a midnight in UTC, given in milliseconds, in a format that luxon reads. */
export const writeMidnight = (midnight: number, format: string): string =>
	DateTime.fromMillis(midnight, { zone: 'utc' }).toFormat(format, { locale: 'en' });

const lettersIn = (format: string): string[] =>
	[...format.matchAll(PARTS)].map(([part]) => part).filter((part) => !part.startsWith("'"));

function formatProblem(format: string): string | undefined {
	const letters = lettersIn(format);
	const unknown = letters.find((part) => !LETTERS.test(part));
	if (unknown !== undefined)
		return `“${format}” holds ${unknown}, which stands for no part of a date`;
	const has = (sign: RegExp) => letters.some((part) => sign.test(part));
	if (has(/^d/) && has(/^[ML]/) && has(/^y/)) return undefined;
	const minutes = has(/^m/) && !has(/^[ML]/) ? ': m stands for minutes' : '';
	return `“${format}” does not say where day, month and year stand${minutes}`;
}

/** The format with the letters that are meant; undefined when that is no format either. */
function meantBy(format: string): string | undefined {
	// As C and its followers write it: %d/%m/%Y.
	const plain = format.replace(/%Y/g, 'YYYY').replace(/%(\w)/g, '$1$1');
	const meant = plain.replace(PARTS, (part: string, _letter: string, at: number) => {
		if (part === 'T' && plain[at + 1] === 'H') return "'T'";
		const isTime = /^m/.test(part) && /[hH]/.test(plain.slice(0, at));
		return isTime ? part : (MEANT.find(([written]) => written.test(part))?.[1] ?? part);
	});
	return meant !== format && formatProblem(meant) === undefined ? meant : undefined;
}
