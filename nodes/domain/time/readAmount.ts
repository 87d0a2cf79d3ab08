import { HandoffProblem } from '../base/problem';
import { MINUTE } from './wallClock';

export function readAmount(minutes: number): number {
	if (Number.isFinite(minutes)) return Math.round(minutes * MINUTE);
	throw new HandoffProblem(
		`${String(minutes)} is not an amount of business time`,
		'Give a number of minutes, such as 240 for four hours.',
	);
}
