import type { Group, Report } from '../buildReport';
import type { Rate, Spread } from '../rate';
import { listWords, sayAtMost, sayCounts, sayMedian, sayP90, sayShare } from '../say';
import { sayWeek } from '../week';
import { drawBar } from './charts';
import type { Cell, PageTable } from './table';

const plain = (text: string | number): Cell => ({ text: String(text) });

const rateCell = (rate: Rate): Cell => ({ text: sayShare(rate), sub: sayCounts(rate) });

const spreadCell = (spread: Spread): Cell => ({
	text: sayMedian(spread),
	...(spread.p90 !== undefined && { sub: `90 %: ${sayP90(spread)}` }),
});

const GROUP_COLUMNS = [
	{ label: 'Handoffs', amount: true },
	{ label: 'Accepted at first attempt', amount: true },
	{ label: 'Returned', amount: true },
	{ label: 'Answered in time', amount: true },
];

const groupCells = ({ measures }: Group): Cell[] => [
	plain(measures.handoffs),
	rateCell(measures.firstPass),
	rateCell(measures.returned),
	rateCell(measures.answeredInTime),
];

export const weekTable = ({ byWeek }: Report): PageTable => ({
	caption: 'The figures of each week, by the week in which a handoff began.',
	columns: [{ label: 'Week' }, ...GROUP_COLUMNS],
	rows: byWeek.map((group) => [
		{ text: `From ${sayWeek(group.key)}`, sub: group.key },
		...groupCells(group),
	]),
});

/** Teams with the time that each side had the ball. */
export function teamTable({ byTeams, byPolicy }: Report): PageTable {
	const longest = Math.max(...byTeams.map(({ measures }) => ballTime(measures)), Number.MIN_VALUE);
	return {
		caption:
			'Who hands over to whom, and how long each side has the ball: the median in working hours of accepted handoffs.',
		columns: [
			{ label: 'Teams' },
			...GROUP_COLUMNS.slice(0, 3),
			{ label: 'Sender has the ball', amount: true },
			{ label: 'Receiver has the ball', amount: true },
		],
		rows: byTeams.map((group) => {
			const { measures, policyId = '', sendingTeam, receivingTeam } = group;
			const { senderMinutes, receiverMinutes } = measures;
			const part = (senderMinutes.median ?? 0) / longest;
			return [
				{
					text: `${sendingTeam || '–'} → ${receivingTeam || '–'}`,
					...(byPolicy.length > 1 && { sub: policyId }),
					bar: drawBar(ballTime(measures) / longest, part),
				},
				...groupCells(group).slice(0, 3),
				spreadCell(senderMinutes),
				spreadCell(receiverMinutes),
			];
		}),
	};
}

const ballTime = ({ senderMinutes, receiverMinutes }: Group['measures']): number =>
	(senderMinutes.median ?? 0) + (receiverMinutes.median ?? 0);

export function reasonTable({ reasons, byPolicy }: Report): PageTable {
	const most = Math.max(...reasons.map(({ returns }) => returns.hits), 1);
	return {
		caption: 'The reasons that came with returns. One return may give several.',
		columns: [
			{ label: 'Reason' },
			{ label: 'Returns', amount: true },
			{ label: 'Share of returns', amount: true },
			{ label: 'Gate had passed', amount: true },
		],
		rows: reasons.map(({ label, returns, escapes, fields, policyId }) => [
			{
				text: label,
				sub: [
					fields.length === 0 ? '' : `about ${listWords(fields)}`,
					byPolicy.length > 1 ? policyId : '',
				]
					.filter(Boolean)
					.join(' · '),
				bar: drawBar(returns.hits / most, escapes / most),
			},
			plain(returns.hits),
			{ text: sayShare(returns) },
			plain(escapes),
		]),
	};
}

export function fieldTable({ fields, byPolicy }: Report): PageTable {
	const most = Math.max(...fields.map(({ returns }) => returns), 1);
	return {
		caption: 'The fields that the gate found wanting, and those that came back.',
		columns: [
			{ label: 'Field' },
			{ label: 'Stopped at the gate', amount: true },
			{ label: 'Returned', amount: true },
			{ label: 'Returned although passed', amount: true },
		],
		rows: fields.map(({ field, notMet, returns, escapes, policyId }) => [
			{
				text: field,
				...(byPolicy.length > 1 && { sub: policyId }),
				bar: drawBar(returns / most, escapes.hits / most),
			},
			rateCell(notMet),
			plain(returns),
			rateCell(escapes),
		]),
	};
}

export const requirementTable = ({ requirements }: Report): PageTable => ({
	caption:
		'The requirements of the policies in force. One that never holds anything up costs time and catches nothing.',
	columns: [
		{ label: 'Requirement' },
		{ label: 'Handoffs', amount: true },
		{ label: 'Not met', amount: true },
		{ label: 'Waived', amount: true },
		{ label: 'Returned', amount: true },
	],
	rows: requirements.map(({ label, field, n, notMet, waived, returned, dead }) => [
		{
			text: label,
			sub: dead ? `${field} · never held anything up, true share below ${sayAtMost(n)}` : field,
		},
		plain(n),
		plain(notMet),
		plain(waived),
		plain(returned),
	]),
});

export const peopleTable = ({ people = [] }: Report): PageTable => ({
	caption: 'Decisions by the person who took them.',
	columns: [
		{ label: 'Person' },
		{ label: 'Decisions', amount: true },
		{ label: 'Returned', amount: true },
		{ label: 'In time', amount: true },
	],
	rows: people.map(({ person, decisions, returned, answeredInTime }) => [
		plain(person),
		plain(decisions),
		rateCell(returned),
		rateCell(answeredInTime),
	]),
});

export const problemTable = ({ rows }: Report): PageTable => ({
	caption: 'What was wrong with rows of the ledger, and what became of it.',
	columns: [{ label: 'What' }, { label: 'Rows', amount: true }, { label: 'For example' }],
	rows: rows.problems.map(({ meaning, count, examples }) => [
		plain(meaning),
		plain(count),
		plain(
			examples
				.slice(0, 3)
				.map(({ row, column }) => (column === '' ? `row ${row}` : `row ${row}, ${column}`))
				.join('; '),
		),
	]),
});
