import { HandoffProblem } from '../../base/problem';
import { readDate } from '../wallClock';
import { eventName, type Days } from './feedReading';
import { plainText, valueNamed, type IcsEvent } from './readEvents';

/** What is wanted of a feed. */
export interface IcsChoice {
	/** Local dates, both included. */
	from: string;
	to: string;
	/**
	 * Words: only events that have one of them in their name, in a category or in the first line of
	 * their description count. Upper and lower case are the same.
	 */
	include?: readonly string[] | undefined;
	/** Words: events that have one of them do not count, such as "observance". */
	exclude?: readonly string[] | undefined;
	/** Words: events that have one of them do not close their dates but give them hours. */
	open?: readonly string[] | undefined;
	/** IANA name of the zone in which the dates are wanted. */
	timezone?: string | undefined;
}

/** More years than any policy plans for. */
const MOST_YEARS = 100;

/** @throws HandoffProblem for dates that are none, or too far apart */
export function readRange({ from, to }: IcsChoice): Days {
	const [first, last] = [readDate(from), readDate(to)];
	const right = first !== undefined && last !== undefined && first <= last;
	if (right && last - first <= MOST_YEARS * 366) return { from: first, to: last + 1 };
	throw new HandoffProblem(
		`The holidays cannot be read from ${JSON.stringify(from)} to ${JSON.stringify(to)}`,
		'Give the first and the last date as year-month-day, at most 100 years apart.',
	);
}

/** Says of an event whether its words are wanted, and which word gives its dates hours. */
export function wordsOfChoice({ include = [], exclude = [], open = [] }: IcsChoice) {
	const [wanted, unwanted, opening] = [include, exclude, open].map(fold);
	const isChoosing = [...include, ...exclude, ...open].length > 0;
	return (event: IcsEvent): { isWanted: boolean; opensBy: string | undefined } => {
		if (!isChoosing) return { isWanted: true, opensBy: undefined };
		const texts = textsOf(event);
		const firstIn = (words: readonly string[] = []) =>
			words.findIndex((word) => word !== '' && texts.some((text) => text.includes(word)));
		const opens = firstIn(opening);
		const isIncluded = (wanted ?? []).every((word) => word === '') || firstIn(wanted) >= 0;
		return {
			isWanted: (isIncluded || opens >= 0) && firstIn(unwanted) < 0,
			opensBy: open[opens],
		};
	};
}

const fold = (words: readonly string[]): string[] => words.map(foldText);

const foldText = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function textsOf(event: IcsEvent): string[] {
	const described = plainText(valueNamed(event, 'DESCRIPTION') ?? '').split('\n')[0];
	const categories = event
		.filter(({ name }) => name === 'CATEGORIES')
		.map(({ value }) => plainText(value));
	return [eventName(event), described ?? '', ...categories].map(foldText);
}
