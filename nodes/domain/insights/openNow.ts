import type { Instant } from '../base/instant';
import { getOrStart } from './getOrStart';
import type { HandoffHistory } from './handoffHistory';
import { inAlphabet } from './inAlphabet';
import { waitingOf, type Waiting } from './waiting';

/** How many handoffs are open, and of these past their deadline, or stuck. */
interface OpenCounts {
	open: number;
	overdue: number;
	/** Nobody has had them for a day, or nothing has happened to them for a week. */
	stuck: number;
}

/** What is open with one team under one policy. */
export interface OpenLine extends OpenCounts {
	policyId: string;
	/** The team that has the ball; empty where nobody has. */
	team: string;
	/** For how long the one that waits longest has waited, by the wall clock, and which it is. */
	longestMinutes: number;
	longestRecordId: string;
}

/** What is open now, whenever it began: also what began before the period of the report. */
export interface OpenNow extends OpenCounts {
	/** Those with the most overdue and stuck first. */
	byTeam: OpenLine[];
}

interface OpenOne extends Waiting {
	policyId: string;
	recordId: string;
}

/**
 * Counts what is open by the team that has the ball. Under a policy whose receiving team is never
 * asked, what the gate found ready waits for nobody and does not count.
 */
export function startOpenNow(now: Instant) {
	const asking = new Set<string>();
	const lines = new Map<string, OpenLine>();
	const ready = new Array<OpenOne>();
	return {
		add(history: HandoffHistory) {
			const { policyId, recordId } = history.last;
			if (history.submissions.size > 0) asking.add(policyId);
			if (history.end !== undefined) return;
			const open = { policyId, recordId, ...waitingOf(history, now) };
			if (open.state === 'ready') ready.push(open);
			else addOpen(lines, open, now);
		},
		read(): OpenNow {
			for (const open of ready.splice(0)) if (asking.has(open.policyId)) addOpen(lines, open, now);
			const byTeam = [...lines.values()].sort(byUrgency);
			return { ...sumOf(byTeam), byTeam };
		},
	};
}

function addOpen(
	lines: Map<string, OpenLine>,
	{ policyId, recordId, team, due, stuck, since }: OpenOne,
	now: Instant,
): void {
	const line = getOrStart(lines, JSON.stringify([policyId, team]), () => ({
		policyId,
		team,
		...{ open: 0, overdue: 0, stuck: 0 },
		...{ longestMinutes: -1, longestRecordId: '' },
	}));
	line.open += 1;
	if (due !== undefined && now > due) line.overdue += 1;
	if (stuck !== undefined) line.stuck += 1;
	const minutes = Math.round((now - since) / 60_000);
	if (minutes <= line.longestMinutes) return;
	line.longestMinutes = minutes;
	line.longestRecordId = recordId;
}

const sumOf = (lines: readonly OpenLine[]): OpenCounts => ({
	open: lines.reduce((sum, { open }) => sum + open, 0),
	overdue: lines.reduce((sum, { overdue }) => sum + overdue, 0),
	stuck: lines.reduce((sum, { stuck }) => sum + stuck, 0),
});

const byUrgency = (left: OpenLine, right: OpenLine): number =>
	right.overdue + right.stuck - left.overdue - left.stuck ||
	right.open - left.open ||
	inAlphabet(left.team, right.team) ||
	inAlphabet(left.policyId, right.policyId);
