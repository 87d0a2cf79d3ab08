import type { Handoff } from '../handoff/envelope';
import type { Finding } from '../handoff/verdict';
import { inWords, say } from '../language/sentence';
import { fill, type Wording } from '../language/wording';
import { recordTitle } from '../wording/recordTitle';
import { fillTeams } from '../wording/teams';

export const isBlocker = ({ severity }: Finding): boolean => severity === 'blocker';

const countThings = (count: number, wording: Wording): string =>
	inWords(say('fixThings', { count }), wording);

/** What stands in the way, as the subject of a message: warnings do not. */
export function fixSubject(
	{ record, sender, receiver }: Pick<Handoff, 'record' | 'sender' | 'receiver'>,
	open: readonly Finding[],
	wording: Wording,
): string {
	const count = open.filter(isBlocker).length;
	return fillTeams(
		count === 0 ? wording.fixReadySubject : wording.fixSubject,
		{ sender: sender.team, receiver: receiver.team },
		{
			wording,
			values: {
				title: recordTitle(record, wording),
				things: countThings(count, wording),
			},
		},
	);
}

/** How much there is to fix before the handoff, and how much would be good to have. */
export function fixSummary(
	{ attempt }: Pick<Handoff, 'attempt'>,
	open: readonly Finding[],
	wording: Wording,
): string {
	const blockers = open.filter(isBlocker).length;
	const count = open.length - blockers;
	const parts = [
		attempt > 1 ? `${fill(wording.attempt, { attempt })}.` : '',
		...(blockers === 0
			? [wording.fixReady, inWords(say('fixWishes', { count }), wording)]
			: [
					fill(wording.fixBefore, { things: countThings(blockers, wording) }),
					count > 0 ? fill(wording.fixWarnings, { count }) : '',
				]),
	];
	return parts.filter((part) => part !== '').join(' ');
}
