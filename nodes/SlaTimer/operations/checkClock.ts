import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/instant';
import type { Clock } from '../../domain/time/clock';
import { checkClock } from '../../domain/time/dueMilestones';
import { checkHandoff } from '../../domain/time/handoffClock';
import type { ParameterContext } from '../../shared/readParameter';
import type { Routed } from '../../shared/routeItems';
import {
	readAt,
	readClockOfRecord,
	readHandoff,
	readKeptInHandoff,
	readOnlyNews,
	readQuietly,
} from '../parameters';
import { requireClock } from './requireClock';

type Standing = 'onTrack' | 'atRisk' | 'breached' | 'stopped';

/**
 * Says how a clock stands. Each milestone that passed since the last check gives an item, in order;
 * a clock without news gives one, unless only news are wanted.
 */
export function checkClockOf(
	context: ParameterContext,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Array<Routed<Standing>> {
	const now = readAt(context, itemIndex);
	const onlyNews = readOnlyNews(context, itemIndex);
	const checked = readKeptInHandoff(context, itemIndex)
		? checkHandoffAt(context, itemIndex, now)
		: checkRecordAt(context, itemIndex, now);
	return checked
		.filter(({ clock }) => !onlyNews || clock.reached !== undefined)
		.map(({ clock, added }) => ({ output: standingOf(clock), json: { ...json, ...added } }));
}

interface Checked {
	clock: Clock;
	/** What comes onto the item. */
	added: IDataObject;
}

/** Only a handoff with news is read whole: in a sweep nearly all have none. */
function checkHandoffAt(context: ParameterContext, itemIndex: number, now: Instant): Checked[] {
	const quiet = readQuietly(context, itemIndex);
	if (quiet) {
		const { clock, news } = checkClock(quiet.clock, now);
		const handoff = { ...quiet.handoff, clock, event: undefined, message: undefined };
		if (news.length === 0) return [{ clock, added: { handoff } }];
	}
	const timed = requireClock(readHandoff(context, itemIndex));
	return checkHandoff(timed, now).map((handoff) => ({ clock: handoff.clock, added: { handoff } }));
}

function checkRecordAt(context: ParameterContext, itemIndex: number, now: Instant): Checked[] {
	const { clock, news } = checkClock(readClockOfRecord(context, itemIndex), now);
	if (news.length === 0) return [{ clock, added: { clock } }];
	return news.map(({ milestone }) => {
		const told = { ...clock, reached: milestone };
		return { clock: told, added: { clock: told } };
	});
}

/** At risk once any milestone before the deadline has passed; a paused clock stands as it stood. */
function standingOf(clock: Clock): Standing {
	if (clock.stoppedAt !== undefined) return 'stopped';
	if (clock.state === 'breached') return 'breached';
	return clock.milestones.some(({ firedAt }) => firedAt !== undefined) ? 'atRisk' : 'onTrack';
}
