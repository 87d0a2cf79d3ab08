import { formatExceptions } from '../exceptionCounts';
import type { Report } from '../report';
import { joinWords, formatUpperBound, formatShare } from '../formatFigures';
import { drawBar } from './charts';
import type { PageTable } from './table';
import { costCell, plain, rateCell } from './tableCells';

export function reasonTable({ reasons, byPolicy }: Report): PageTable {
	const most = Math.max(...reasons.map(({ returns }) => returns.hits), 1);
	return {
		caption:
			'The reasons that came with returns, and the working time until the receiving team was asked again. One return may give several.',
		columns: [
			{ label: 'Reason' },
			{ label: 'Returns', amount: true },
			{ label: 'Share of returns', amount: true },
			{ label: 'Although ready', amount: true },
			{ label: 'Cost the sender', amount: true },
		],
		rows: reasons.map(({ label, returns, escapes, fields, policyId, cost }) => [
			{
				text: label,
				sub: [
					fields.length === 0 ? '' : `about ${joinWords(fields)}`,
					byPolicy.length > 1 ? policyId : '',
				]
					.filter(Boolean)
					.join(' · '),
				bar: drawBar(returns.hits / most, escapes / most),
			},
			plain(returns.hits),
			{ text: formatShare(returns) },
			plain(escapes),
			costCell(cost),
		]),
	};
}

export function fieldTable({ fields, byPolicy }: Report): PageTable {
	const most = Math.max(...fields.map(({ returns }) => returns), 1);
	return {
		caption: 'The fields that did not hold at the gate, waived or not, and those that came back.',
		columns: [
			{ label: 'Field' },
			{ label: 'Not met at the gate', amount: true },
			{ label: 'Returned', amount: true },
			{ label: 'Returned although met', amount: true },
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

const subOf = (sub: string) => (sub === '' ? {} : { sub });

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
	rows: requirements.map(({ label, field, n, notMet, waived, exceptions, returned, dead }) => [
		{
			text: label,
			sub: dead
				? `${field} · never held anything up, very likely needed by fewer than ${formatUpperBound(n)}`
				: field,
		},
		plain(n),
		plain(notMet),
		{ ...plain(waived), ...subOf(formatExceptions(exceptions)) },
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
