import type { Instant } from '../base/instant';
import { sayCorrection } from './page/correctionFields';
import { fillTeams } from '../wording/teams';
import { fill, type Wording } from '../wording/wording';
import { sayMilestone } from './sayMilestone';
import { earlierCorrections } from './rejudge';
import type { AskedHandoff } from '../handoff/askedHandoff';

/** One thing that happened, in the words of the page. */
export interface ToldEvent {
	at: Instant;
	text: string;
}

/** What happened so far, oldest first: how the attempt before ended, and then all of this one. */
export function tellHistory(handoff: AskedHandoff, wording: Wording): ToldEvent[] {
	const { verdict, request, attempt, sender, receiver } = handoff;
	const teams = { sender: sender.team, receiver: receiver.team };
	const checked = verdict && [tell(verdict.evaluatedAt, fill(wording.historyChecked, { attempt }))];
	const asked = tell(request.requestedAt, fillTeams(wording.historyAsked, teams, { wording }));
	const reminded = request.milestones.flatMap(({ id, firedAt, label }) =>
		firedAt === undefined
			? []
			: [
					tell(
						firedAt,
						fill(wording.historyReminded, { milestone: sayMilestone({ id, label }, wording) }),
					),
				],
	);
	const forwarded = request.forwards.map(({ at, by, to, reason }) =>
		tell(at, fill(wording.historyForwarded, { from: by.name, name: to.name, reason })),
	);
	const accepted = request.votes.map(({ at, by }) =>
		tell(at, fill(wording.historyAccepted, { name: by.name })),
	);
	const corrected = earlierCorrections(handoff).map(({ at, by, label, from, to }) =>
		tell(at, sayCorrection({ label, from, to }, { wording, name: by.name })),
	);
	return [
		...tellEarlier(handoff, wording),
		...(checked ?? []),
		asked,
		...reminded,
		...forwarded,
		...corrected,
		...accepted,
	].sort((one, other) => one.at - other.at);
}

function tellEarlier({ verdict }: AskedHandoff, wording: Wording): ToldEvent[] {
	const since = verdict?.changedSince;
	if (since === undefined) return [];
	const ends = new Map([
		['handoff.returned', wording.historyReturned],
		['handoff.unanswered', wording.historyUnanswered],
	]);
	const text = ends.get(since.lastType) ?? wording.historyEarlier;
	return [tell(since.at, fill(text, { attempt: since.attempt }))];
}

const tell = (at: string, text: string): ToldEvent => ({ at: Date.parse(at), text });
