import type { Report } from '../report';
import { formatLongest } from '../formatOpen';
import type { PageTable } from './table';
import { plain } from './tableCells';

/** What is open, overdue and stuck with each team. */
export const openTable = ({ open, byPolicy }: Report): PageTable => ({
	caption: 'What is open now, by the team that has the ball, whenever it began.',
	columns: [
		{ label: 'Team' },
		{ label: 'Open', amount: true },
		{ label: 'Overdue', amount: true },
		{ label: 'Stuck', amount: true },
	],
	rows: open.byTeam.map((line) => [
		{
			text: line.team || 'Nobody',
			sub: [formatLongest(line), byPolicy.length > 1 ? line.policyId : '']
				.filter(Boolean)
				.join(' · '),
		},
		plain(line.open),
		plain(line.overdue),
		plain(line.stuck),
	]),
});
