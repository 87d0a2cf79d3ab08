import { formatInstant, type Instant } from '../../base/instant';
import { whichStand } from '../chance';
import type { Measures } from '../figures';
import { startMeasures, type Calendars } from '../measures';
import type { HandoffHistory } from '../handoffHistory';
import { compareFigure, turnedTo, type ComparedFigure } from './compareFigure';

/** The figures of the period before the report's, just as long. */
export interface PeriodBefore {
	/** Handoffs that began from the one on and before the other. */
	from: string;
	to: string;
	totals: Measures;
	/** The headline figures, before and in the report's period. */
	figures: ComparedFigure[];
}

const HEADLINES = ['firstPass', 'returned', 'answeredInTime', 'unanswered'] as const;

/** Counts the handoffs of the period before; a report of all rows has none. */
export function startPeriodBefore(since: Instant | undefined, now: Instant, calendars: Calendars) {
	if (since === undefined) return undefined;
	const from = since - (now - since);
	const measures = startMeasures(now, calendars);
	return {
		add(history: HandoffHistory) {
			if (history.firstAt >= from && history.firstAt < since) measures.add(history);
		},
		/** Undefined when nothing began in it. */
		read: (totals: Measures): PeriodBefore | undefined => {
			const before = measures.read();
			if (before.handoffs === 0) return undefined;
			return {
				from: formatInstant(from),
				to: formatInstant(since),
				totals: before,
				figures: compareHeadlines(before, totals),
			};
		},
	};
}

function compareHeadlines(before: Measures, now: Measures): ComparedFigure[] {
	const compared = HEADLINES.map((name) => compareFigure(name, before[name], now[name]));
	const stands = whichStand(compared.map(({ chance = 1 }) => chance));
	return compared.map((figure, place) => (stands[place] ? turnedTo(figure) : figure));
}
