import type { INodeExecutionData } from 'n8n-workflow';
import type { Clock } from '../../domain/time/clock';
import { checkClock, checkHandoff } from '../../domain/time/handoffClock';
import type { ParameterContext } from '../../shared/readParameter';
import type { Routed } from '../../shared/routeItems';
import {
	readAt,
	readClockOfRecord,
	readHandoff,
	readKeptInHandoff,
	readOnlyNews,
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
		? checkHandoff(requireClock(readHandoff(context, itemIndex)), now).map((handoff) => ({
				clock: handoff.clock,
				json: { ...json, handoff },
			}))
		: newsOf(readClockOfRecord(context, itemIndex), now).map((clock) => ({
				clock,
				json: { ...json, clock },
			}));
	return checked
		.filter(({ clock }) => !onlyNews || clock.reached !== undefined)
		.map((item) => ({ output: standingOf(item.clock), json: item.json }));
}

function newsOf(stored: Clock, now: number): Clock[] {
	const { clock, due } = checkClock(stored, now);
	return due.length === 0 ? [clock] : due.map((reached) => ({ ...clock, reached }));
}

/** At risk once any milestone before the deadline has passed; a paused clock stands as it stood. */
function standingOf(clock: Clock): Standing {
	if (clock.stoppedAt !== undefined) return 'stopped';
	if (clock.state === 'breached') return 'breached';
	return clock.milestones.some(({ firedAt }) => firedAt !== undefined) ? 'atRisk' : 'onTrack';
}
