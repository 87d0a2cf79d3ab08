import type { Instant } from '../base/instant';
import { formatCorrection } from './page/formatCorrection';
import { fillTeams } from '../wording/teams';
import type { Reader } from '../shown/reader';
import { showingIn } from '../shown/showPacket';
import { fill, type Wording } from '../language/wording';
import { formatMilestone } from '../wording/formatMilestone';
import { earlierCorrections } from './rejudge';
import type { AskedQuestion } from '../handoff/askedQuestion';
import type { AskedHandoff } from '../handoff/askedHandoff';

/** One thing that happened, in the words of the page. */
export interface HistoryEntry {
	at: Instant;
	text: string;
}

/** What happened so far, oldest first: how the attempt before ended, and then all of this one. */
export function describeHistory(handoff: AskedHandoff, reader: Reader): HistoryEntry[] {
	const { wording } = reader;
	const { verdict, request, attempt, sender, receiver } = handoff;
	const teams = { sender: sender.team, receiver: receiver.team };
	const checked = verdict && [
		entryAt(verdict.evaluatedAt, fill(wording.historyChecked, { attempt })),
	];
	const asked = entryAt(request.requestedAt, fillTeams(wording.historyAsked, teams, { wording }));
	return [
		...earlierEntries(handoff, wording),
		...(checked ?? []),
		asked,
		...reminderEntries(request, wording),
		...receiverEntries(handoff, reader),
	].sort((one, other) => one.at - other.at);
}

function reminderEntries(
	{ milestones }: AskedHandoff['request'],
	wording: Wording,
): HistoryEntry[] {
	return milestones.flatMap(({ id, firedAt, label }) => {
		if (firedAt === undefined) return [];
		const milestone = formatMilestone({ id, label }, wording);
		return [entryAt(firedAt, fill(wording.historyReminded, { milestone }))];
	});
}

/** What the receivers have done so far. */
function receiverEntries(handoff: AskedHandoff, reader: Reader): HistoryEntry[] {
	const { request, agreed } = handoff;
	const { wording } = reader;
	const forwarded = request.forwards.map(({ at, by, to, reason }) =>
		entryAt(at, fill(wording.historyForwarded, { from: by.name, name: to.name, reason })),
	);
	const accepted = request.votes.map(({ at, by }) =>
		entryAt(at, fill(wording.historyAccepted, { name: by.name })),
	);
	const corrected = earlierCorrections(handoff).map(({ at, by, ...correction }) => {
		const shown = showingIn(agreed, correction.field);
		return entryAt(at, formatCorrection({ ...correction, shown }, { reader, name: by.name }));
	});
	return [
		...forwarded,
		...corrected,
		...accepted,
		...request.questions.flatMap((one) => questionEntries(one, wording)),
	];
}

function questionEntries(
	{ at, by, text, answer, unansweredAt }: AskedQuestion,
	wording: Wording,
): HistoryEntry[] {
	const asked = entryAt(at, fill(wording.historyQuestion, { name: by.name, text }));
	if (answer !== undefined) {
		const said = { name: answer.by.name, text: answer.text };
		return [asked, entryAt(answer.at, fill(wording.historyAnswer, said))];
	}
	if (unansweredAt === undefined) return [asked];
	return [asked, entryAt(unansweredAt, fill(wording.historyNoAnswer, { name: by.name }))];
}

function earlierEntries({ verdict }: AskedHandoff, wording: Wording): HistoryEntry[] {
	const since = verdict?.changedSince;
	if (since === undefined) return [];
	const ends = new Map([
		['handoff.returned', wording.historyReturned],
		['handoff.unanswered', wording.historyUnanswered],
	]);
	const text = ends.get(since.lastType) ?? wording.historyEarlier;
	return [entryAt(since.at, fill(text, { attempt: since.attempt }))];
}

const entryAt = (at: string, text: string): HistoryEntry => ({ at: Date.parse(at), text });
