import { DateTime } from 'luxon';
import { formatRate } from '../formatFigures';
import { formatWeek } from '../week';
import type { Changes } from './changes';
import type { ChangeText } from './changeText';
import type { ComparedFigure, Effect } from './compareFigure';
import { formatTrend } from './formatTrend';
import { formatWeekday } from './formatWeekday';

const MOST_VERSIONS = 4;
const MOST_OTHERS = 3;

const COMPARED: Record<ComparedFigure['figure'], (before: string, since: string) => string> = {
	firstPass: (before, since) => `Accepted at the first attempt: ${since}; before: ${before}.`,
	returned: (before, since) => `Returned: ${since}; before: ${before}.`,
	unanswered: (before, since) => `Left unanswered: ${since}; before: ${before}.`,
	answeredInTime: (before, since) => `Answered in time: ${since}; before: ${before}.`,
	escapes: (before, since) =>
		`Returned for it although the gate had passed it: ${since}; before: ${before}.`,
};

const EFFECTS: Record<Effect, string> = {
	helped: 'It helped.',
	madeWorse: 'It made things worse.',
	mixed: 'It made one thing better and another worse.',
	unclear: 'Whether it helped cannot be told yet: the difference may be chance.',
	tooFew:
		'Whether it helped cannot be told yet: too few have ended (10 are needed before and after).',
};

/** What changed, in sentences: new versions, what followed advice did, trends, days of the week. */
export function formatChanges(
	{ versions, followed, trends, weekdays }: Changes,
	timezone: string,
): ChangeText[] {
	const day = (iso: string) =>
		DateTime.fromISO(iso, { zone: timezone, locale: 'en' }).toFormat('d LLLL yyyy');
	return [
		...followed.slice(-MOST_OTHERS).map(({ field, policyId, version, since, ...judged }) => ({
			title: `Advice followed: the gate asks more of ${field} since version ${version} of ${policyId} (${day(since)})`,
			text: formatJudged(judged),
		})),
		...versions.slice(-MOST_VERSIONS).map(({ policyId, version, since, ...judged }) => ({
			title: `Version ${version} of ${policyId}, since ${day(since)}`,
			text: formatJudged(judged),
		})),
		...trends.map((trend) => formatTrend(trend, formatWeek(trend.since))),
		...weekdays.slice(0, MOST_OTHERS).map(formatWeekday),
	];
}

const formatJudged = ({
	effect,
	figures,
}: {
	effect: Effect;
	figures: readonly ComparedFigure[];
}): string =>
	[
		EFFECTS[effect],
		...figures.map(({ figure, before, after }) =>
			COMPARED[figure](formatRate(before), formatRate(after)),
		),
	].join(' ');
