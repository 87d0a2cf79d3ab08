import { formatInstant, type Instant } from '../base/instant';
import type { Side } from '../handoff/turns';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import type { Policy } from '../policy/policy';
import { openBetween, openTimeOf } from '../time/openTime';
import { handoffsOf } from './handoffsOf';
import { readHistory, type HandoffHistory } from './handoffHistory';
import { waitingOf, type OpenState, type WhyStuck } from './waiting';

/** A handoff that is not accepted, or no longer: who has the ball, for how long, and due when. */
export interface OpenHandoff {
	handoffId: string;
	policyId: string;
	recordSystem: string;
	recordType: string;
	recordId: string;
	recordUrl: string;
	sendingTeam: string;
	receivingTeam: string;
	attempt: number;
	state: OpenState;
	/** Why nothing goes on by itself; absent while somebody is at it. */
	stuck?: WhyStuck;
	/** When it had been accepted before it came back; absent when it never was. */
	acceptedAt?: string;
	ballWith: Side;
	/** The team that has the ball. */
	team: string;
	/** Who of that team was asked. Only when people may be named. */
	people?: string[];
	/** Since when that team has the ball. */
	since: string;
	/** For how long, by the wall clock. */
	waitingMinutes: number;
	/** The same in the team's business time, when a policy at hand says its working hours. */
	businessMinutes?: number;
	dueAt?: string;
	late: boolean;
	/** Minutes by the wall clock past the deadline; 0 before it. */
	lateMinutes: number;
}

export interface OpenOptions {
	policies?: readonly Policy[];
	people?: boolean;
}

/**
 * The handoffs that are neither accepted nor withdrawn, those among them that came back after they had
 * been accepted: the most overdue first, then those due next, then the longest
 * waiting. Linear in the rows, apart from the order of the result.
 *
 * @param rows rows as `readRows` gives them
 */
export function openHandoffs(
	rows: readonly LedgerEvent[],
	now: Instant,
	options: OpenOptions = {},
): OpenHandoff[] {
	const policies = new Map((options.policies ?? []).map((policy) => [policy.id, policy]));
	return [...handoffsOf(rows)]
		.flatMap((events) => {
			const history = readHistory(events);
			if (history === undefined || history.end !== undefined) return [];
			const open = openHandoffOf(history, policies.get(history.last.policyId), now);
			return [options.people === true ? { ...open, people: peopleOf(history, open) } : open];
		})
		.sort(byUrgency);
}

const byUrgency = (left: OpenHandoff, right: OpenHandoff): number =>
	dueOf(left) - dueOf(right) || (left.since < right.since ? -1 : 1);

const dueOf = ({ dueAt }: OpenHandoff): number =>
	dueAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt);

function openHandoffOf(
	history: HandoffHistory,
	policy: Policy | undefined,
	now: Instant,
): OpenHandoff {
	const { attempts, accepted } = history;
	const { state, ballWith, team, since, due, stuck } = waitingOf(history, now);
	const calendar = policy?.calendars[ballWith];
	return {
		...whatItIsAbout(history),
		attempt: attempts,
		state,
		...(stuck && { stuck }),
		...(accepted && { acceptedAt: formatInstant(accepted.at) }),
		ballWith,
		team,
		since: formatInstant(since),
		waitingMinutes: toMinutes(now - since),
		...(calendar && { businessMinutes: toMinutes(openBetween(openTimeOf(calendar), since, now)) }),
		...latenessOf(due, now),
	};
}

/** What a handoff is about, by the row that says it most recently. */
export const whatItIsAbout = ({ handoffId, last }: HandoffHistory) => ({
	handoffId,
	policyId: last.policyId,
	recordSystem: last.recordSystem,
	recordType: last.recordType,
	recordId: last.recordId,
	recordUrl: last.recordUrl,
	sendingTeam: last.sendingTeam,
	receivingTeam: last.receivingTeam,
});

const latenessOf = (due: Instant | undefined, now: Instant) =>
	due === undefined
		? { late: false, lateMinutes: 0 }
		: {
				dueAt: formatInstant(due),
				late: now > due,
				lateMinutes: toMinutes(Math.max(0, now - due)),
			};

const toMinutes = (milliseconds: number): number => Math.round(milliseconds / 60_000);

function peopleOf({ submissions, attempts }: HandoffHistory, { ballWith }: OpenHandoff): string[] {
	const request = submissions.get(attempts)?.request;
	if (ballWith !== 'receiver' || request === undefined) return [];
	return openData(request).receivers ?? [];
}
