import { isTimeZone, useIanaName } from '../../../nodes/domain/time/timezone';
import type { Tailoring } from './tailorPolicy';

/** What is wrong with something that somebody chose for a policy. */
export interface TailoringProblem {
	/** The member that is wrong. */
	field: keyof Tailoring;
	/** In the user's words, with what to do. */
	message: string;
}

/** A quarter of an hour: what is shorter is a slip of the pen. */
const SHORTEST_HOURS = 0.25;

const RULES: Array<TailoringProblem & { isBroken(chosen: Partial<Tailoring>): boolean }> = [
	{
		field: 'requirements',
		isBroken: ({ requirements }) => requirements?.length === 0,
		message: 'Keep at least one required field.',
	},
	{
		field: 'days',
		isBroken: ({ days }) => days?.length === 0,
		message: 'Choose at least one working day.',
	},
	{
		field: 'hoursToAccept',
		isBroken: ({ hoursToAccept = SHORTEST_HOURS }) => !(hoursToAccept >= SHORTEST_HOURS),
		message: 'Say within how many hours the team decides: 0.25, a quarter of an hour, or more.',
	},
	{
		field: 'hoursToFix',
		isBroken: ({ hoursToFix = 0 }) => !(hoursToFix === 0 || hoursToFix >= SHORTEST_HOURS),
		message:
			'Say within how many hours the sender fixes what is missing or came back: 0.25 or more, or 0 for no such deadline.',
	},
	{
		field: 'closes',
		isBroken: ({ opens, closes }) => opens !== undefined && closes !== undefined && opens >= closes,
		message: 'The day must close after it opens.',
	},
];

/**
 * What is wrong with what somebody chose, whether in the gallery or in a file of clients. What is not
 * chosen is not wrong.
 */
export function tailoringProblems(chosen: Partial<Tailoring>): TailoringProblem[] {
	const { timezone } = chosen;
	const zone =
		timezone === undefined || isTimeZone(timezone)
			? []
			: [
					{
						field: 'timezone' as const,
						message: `“${timezone}” is not a time zone. ${useIanaName(timezone)}`,
					},
				];
	return [
		...RULES.filter(({ isBroken }) => isBroken(chosen)).map(({ field, message }) => ({
			field,
			message,
		})),
		...zone,
	];
}
