import { handoffRows } from '../../test/domain/insights/handoffRows';

/** How handoffs of a studio went in one week, as a head of operations would recognise it. */
const WEEK: ReadonlyArray<readonly [began: string, steps: string]> = [
	['Mon 09:00', 'ready, ask, accept 35'],
	['Mon 13:00', 'not:amount, fix 120, ready, ask, accept 50'],
	['Tue 09:00', 'ready, ask, accept 25'],
	['Tue 11:00', 'waive:kickoff, ask, accept 20'],
	['Wed 10:00', 'ready, ask, accept 55'],
	['Thu 09:00', 'not:goals+amount, fix 240, ready, ask, accept 30'],
	['Thu 14:00', 'ready, ask, accept 15'],
	['Fri 10:00', 'ready, ask, accept 45'],
];
/** Every week two come without access to the systems of the client, and come back for it. */
const WITHOUT_ACCESS: ReadonlyArray<readonly [began: string, steps: string]> = [
	['Tue 15:00', 'ready, ask, return 40 access:access, fix 180, ready, ask, accept 25'],
	['Thu 11:00', 'ready, ask, return 30 access:access, fix 90, ready, ask, accept 45'],
];
/** In every third week somebody is silent, and somebody has no capacity; on another day each time. */
const THIRD_WEEK: readonly string[] = [
	'ready, ask, silence 120',
	'ready, ask, return 50 capacity, fix 60, ready, ask, accept 20',
];

/** In the last week some are still open. */
const LAST_WEEK: ReadonlyArray<readonly [began: string, steps: string]> = [
	['Wed 11:00', 'ready, ask, return 30 access:access'],
	['Thu 16:00', 'ready, ask'],
	['Fri 11:00', 'not:amount'],
];

const DAY = 24 * 60 * 60 * 1000;
const WEEKS = 12;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/**
 * The ledger of twelve weeks that end on this Monday: the same week over and over, in which the same
 * field comes back every time, with some silence and some refusals in every third.
 */
export function quarterBefore(monday: string) {
	const weeks = Array.from({ length: WEEKS }, (_none, index) => index);
	return weeks.flatMap((index) => {
		const first = Date.parse(monday) - (WEEKS - index) * 7 * DAY;
		const week = [
			...WEEK,
			...WITHOUT_ACCESS,
			...(index % 3 === 0 ? THIRD_WEEK : []).map(
				(steps) => [`${DAYS[index % DAYS.length] ?? ''} 15:00`, steps] as const,
			),
			...(index === WEEKS - 1 ? LAST_WEEK : []),
		];
		return week.flatMap(([began, steps], number) => {
			const [weekday = '', time = ''] = began.split(' ');
			const date = new Date(first + DAYS.indexOf(weekday) * DAY).toISOString().slice(0, 10);
			return handoffRows(
				{
					id: `W${index}-${number}`,
					began: `${weekday} ${date} ${time}`,
					policyId: 'sales-to-delivery',
				},
				steps,
			);
		});
	});
}
