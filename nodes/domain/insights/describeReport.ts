import { DateTime } from 'luxon';
import type { MessageBlock, MessageDocument } from '../message/document';
import type { Report } from './report';
import { FEWEST } from './rate';
import { formatChanges } from './change/formatChanges';
import { formatRate, formatShare } from './formatFigures';
import { formatNoAdvice } from './formatNoAdvice';
import { formatOpen, formatOpenLine, STUCK_MEANS } from './formatOpen';
import { keyFacts } from './keyFacts';
import type { Suggestion } from './suggestion';

const MOST_LISTED = 5;
const MOST_WEEKS = 6;

const formatHandoffs = (count: number): string => (count === 1 ? '1 handoff' : `${count} handoffs`);

/** The report in one sentence: what share of handoffs is accepted at the first attempt. */
export function formatHeadline({ totals }: Pick<Report, 'totals'>): string {
	const { firstPass, handoffs } = totals;
	if (handoffs === 0) return 'No handoffs yet';
	if (firstPass.share === undefined) {
		const few = handoffs < FEWEST ? 'too few' : 'too few have ended';
		return `${formatHandoffs(handoffs)} so far: ${few} to speak of shares (from ${FEWEST} on)`;
	}
	return `${formatShare(firstPass)} of handoffs are accepted at the first attempt`;
}

/** How many handoffs from when to when, and what became of them. */
export function formatPeriod({ period, timezone, totals }: Report): string {
	if (period === undefined) return 'The ledger holds no rows of this period.';
	const format = (text: string) =>
		DateTime.fromISO(text, { zone: timezone, locale: 'en' }).toFormat('d LLLL yyyy');
	const { handoffs, accepted, submissions, returns } = totals;
	return `${formatHandoffs(handoffs)} from ${format(period.from)} to ${format(period.to)}: ${accepted} accepted so far, ${returns} of ${submissions} submissions returned.`;
}

/** The report as a message for any channel: the numbers of its charts as text. */
export function describeReport(
	report: Report,
	{ title, suggestions }: { title: string; suggestions: readonly Suggestion[] },
): MessageDocument {
	return {
		kind: 'report',
		to: [],
		subject: `${title}: ${formatHeadline(report)}`,
		blocks: [
			{ kind: 'paragraph', text: formatPeriod(report) },
			{ kind: 'facts', facts: keyFacts(report) },
			...openSection(report),
			...section(
				'The rule to change next',
				suggestions.slice(0, MOST_LISTED).map(({ title: text, evidence, against, backtest }) => ({
					text,
					details: [evidence, against && `Against it: ${against}`, backtest.text].filter(Boolean),
				})),
			),
			...(suggestions.length === 0 && report.totals.handoffs > 0
				? [{ kind: 'paragraph' as const, text: formatNoAdvice(report) }]
				: []),
			...section('What changed', changeEntries(report)),
			...section('Why handoffs come back', reasonEntries(report)),
			...section('What is asked before a decision', questionEntries(report)),
			...section('Week by week', weekEntries(report)),
		],
	};
}

const openSection = ({ open }: Report): MessageBlock[] =>
	open.open === 0
		? []
		: [
				{ kind: 'heading', text: 'Open now' },
				{ kind: 'paragraph', text: `${formatOpen(open)} ${STUCK_MEANS}` },
				{
					kind: 'list',
					entries: open.byTeam
						.slice(0, MOST_LISTED)
						.map((line) => ({ text: formatOpenLine(line) })),
				},
			];

const changeEntries = ({ changes, timezone }: Report) =>
	formatChanges(changes, timezone)
		.slice(0, MOST_LISTED)
		.map(({ title, text }) => ({ text: title, details: [text] }));

const reasonEntries = ({ reasons }: Report) =>
	reasons.slice(0, MOST_LISTED).map(({ label, returns, escapes }) => ({
		text: `${label}: ${returns.hits} returns${escapes === 0 ? '' : `, ${escapes} of them although the gate had found it ready`}`,
	}));

const questionEntries = ({ questions }: Report) =>
	questions.slice(0, MOST_LISTED).map(({ field, questions: count, answered }) => ({
		text: `${field === '' ? 'No field in particular' : field}: ${count} ${count === 1 ? 'question' : 'questions'}, answered ${formatRate(answered)}`,
	}));

const weekEntries = ({ byWeek }: Report) =>
	byWeek.slice(-MOST_WEEKS).map(({ key, measures: { handoffs, firstPass, returned } }) => ({
		text: `${key}: ${formatHandoffs(handoffs)}, accepted at the first attempt ${formatRate(firstPass)}, returned ${formatRate(returned)}`,
	}));

const section = (
	heading: string,
	entries: Array<{ text: string; details?: string[] }>,
): MessageBlock[] =>
	entries.length === 0
		? []
		: [
				{ kind: 'heading', text: heading },
				{ kind: 'list', entries },
			];
