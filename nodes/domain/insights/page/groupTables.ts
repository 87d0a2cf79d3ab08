import type { Report } from '../report';
import type { Group } from '../reportGroups';
import { formatWeek } from '../week';
import { drawBar } from './charts';
import type { Cell, PageTable } from './table';
import { plain, rateCell, spreadCell } from './tableCells';

const GROUP_COLUMNS = [
	{ label: 'Handoffs', amount: true },
	{ label: 'Accepted at first attempt', amount: true },
	{ label: 'Returned', amount: true },
	{ label: 'Left unanswered', amount: true },
	{ label: 'Answered in time', amount: true },
];

const groupCells = ({ measures }: Group): Cell[] => [
	plain(measures.handoffs),
	rateCell(measures.firstPass),
	rateCell(measures.returned),
	rateCell(measures.unanswered),
	rateCell(measures.answeredInTime),
];

export const weekTable = ({ byWeek }: Report): PageTable => ({
	caption: 'The figures of each week, by the week in which a handoff began.',
	columns: [{ label: 'Week' }, ...GROUP_COLUMNS],
	rows: byWeek.map((group) => [
		{ text: `From ${formatWeek(group.key)}`, sub: group.key },
		...groupCells(group),
	]),
});

/** Each policy with the figures of its handoffs, the one with the most first. */
export const policyTable = ({ byPolicy }: Report): PageTable => ({
	caption: 'The figures of each policy, over all its versions and teams.',
	columns: [{ label: 'Policy' }, ...GROUP_COLUMNS],
	rows: byPolicy.map((group) => [{ text: group.key }, ...groupCells(group)]),
});

/** Teams with the time that each side had the ball. */
export function teamTable({ byTeams, byPolicy }: Report): PageTable {
	const longest = Math.max(...byTeams.map(({ measures }) => ballTime(measures)), Number.MIN_VALUE);
	return {
		caption:
			'Who hands over to whom, and how long each side has the ball: the median in working hours of accepted handoffs.',
		columns: [
			{ label: 'Teams' },
			...GROUP_COLUMNS.slice(0, 4),
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
				...groupCells(group).slice(0, 4),
				spreadCell(senderMinutes),
				spreadCell(receiverMinutes),
			];
		}),
	};
}

const ballTime = ({ senderMinutes, receiverMinutes }: Group['measures']): number =>
	(senderMinutes.median ?? 0) + (receiverMinutes.median ?? 0);
