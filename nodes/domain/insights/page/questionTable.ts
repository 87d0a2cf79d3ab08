import { formatMedian } from '../formatFigures';
import type { Report } from '../report';
import type { PageTable } from './table';
import { plain, rateCell } from './tableCells';

/** What receiving teams asked before they decided. */
export const questionTable = ({ questions, byPolicy }: Report): PageTable => ({
	caption: 'What receiving teams asked before they decided, and what they were told.',
	columns: [
		{ label: 'About' },
		{ label: 'Questions', amount: true },
		{ label: 'Of ended submissions', amount: true },
		{ label: 'Answered', amount: true },
		{ label: 'Time to answer', amount: true },
	],
	rows: questions.map(({ field, policyId, questions: count, asked, answered, answerMinutes }) => [
		{
			text: field === '' ? 'no field in particular' : field,
			...(byPolicy.length > 1 && { sub: policyId }),
		},
		plain(count),
		rateCell(asked),
		rateCell(answered),
		{ text: formatMedian(answerMinutes) },
	]),
});
