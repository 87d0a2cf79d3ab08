import { allOfThese, say } from '../language/sentence';
import type { Run } from './pausedTime';
import { readInstant } from './readInstant';
import type { Revision } from './revision';
import { formatDuration, tell, tellMoment, type Voice } from './voice';
import { MINUTE } from './wallClock';

/** What was agreed anew while a clock ran, and when it was due before. */
export function revisionSentence(
	{ table: { zone } }: Run,
	{ at, minutes, deadline, calendarChanged }: Revision,
	voice: Voice,
): string {
	const format = (text: string) => tellMoment(zone, readInstant(text, 'The change'), voice);
	const amount = (allowed: number) => formatDuration(allowed * MINUTE, voice.wording);
	const [before, after] = [amount(minutes.before), amount(minutes.after)];
	const changes = [
		...(before === after ? [] : [say('revisedTime', { after, before })]),
		...(calendarChanged ? [say('revisedHours')] : []),
	];
	const what = changes.length === 0 ? say('revisedMilestones') : allOfThese(changes);
	const due = format(deadline.before);
	return tell(say('clockRevised', { at: format(at), what, due }), voice);
}
