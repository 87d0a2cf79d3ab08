import type { INodeExecutionData } from 'n8n-workflow';
import type { Clock } from '../../domain/time/clock';
import { stopClock } from '../../domain/time/controlClock';
import { stopHandoff } from '../../domain/time/handoffClock';
import type { ParameterContext } from '../../shared/readParameter';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readStopped } from '../parameters';
import { readClockOfRecord, readHandoff, requireClock } from '../readHandoff';

/** Stops the clock of the item: met in time, breached otherwise. */
export function stopClockOf(
	context: ParameterContext,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Routed<'met' | 'breached'> {
	const at = readAt(context, itemIndex);
	if (!readKeptInHandoff(context, itemIndex)) {
		const clock = stopClock(readClockOfRecord(context, itemIndex), at);
		return { output: outcomeOf(clock), json: { ...json, clock } };
	}
	const handoff = stopHandoff(
		requireClock(readHandoff(context, itemIndex)),
		at,
		readStopped(context, itemIndex),
	);
	return { output: outcomeOf(handoff.clock), json: { ...json, handoff } };
}

const outcomeOf = ({ state }: Clock): 'met' | 'breached' => (state === 'met' ? 'met' : 'breached');
