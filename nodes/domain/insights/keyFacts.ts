import { formatBefore } from './change/formatBefore';
import { formatMedian, formatP90, formatRate } from './formatFigures';
import { formatReturnCost } from './formatOpen';
import type { Spread } from './rate';
import type { Report } from './report';
import { formatSilentTeams } from './silentTeams';

/** The headline figures as facts of a message, each with the period before where there is one. */
export function keyFacts(report: Report) {
	const { readyAtFirstLook, receiverMinutes, senderMinutes } = report.totals;
	const cost = formatReturnCost(report.returnCost);
	const told = (name: 'firstPass' | 'returned' | 'answeredInTime' | 'unanswered', whose = '') =>
		[
			[formatRate(report.totals[name]), whose].filter(Boolean).join(': '),
			formatBefore(report, name),
		]
			.filter(Boolean)
			.join('; ');
	return [
		{ label: 'Accepted at the first attempt', value: told('firstPass') },
		{ label: 'Ready at the first look', value: formatRate(readyAtFirstLook) },
		{ label: 'Returned', value: told('returned') },
		{ label: 'Answered in time', value: told('answeredInTime') },
		{ label: 'Left unanswered', value: told('unanswered', formatSilentTeams(report)) },
		{ label: 'Receiving team has the ball', value: formatSpread(receiverMinutes) },
		{ label: 'Sending team has the ball', value: formatSpread(senderMinutes) },
		...(cost === '' ? [] : [{ label: 'What returns cost', value: cost }]),
	];
}

const formatSpread = (spread: Spread): string =>
	spread.median === undefined
		? formatMedian(spread)
		: `${formatMedian(spread)}, nine in ten within ${formatP90(spread)}`;
