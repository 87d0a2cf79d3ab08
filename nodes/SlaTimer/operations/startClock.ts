import type { INodeExecutionData } from 'n8n-workflow';
import { startClock } from '../../domain/time/clock';
import { startHandoffClock } from '../../domain/time/handoffClock';
import type { ParameterContext } from '../../shared/readParameter';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readStartTerms } from '../parameters';
import { readHandoff } from '../readHandoff';

/** Starts a clock and puts it on the item. */
export function startClockOf(
	context: ParameterContext,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Routed<'started'> {
	const at = readAt(context, itemIndex);
	if (!readKeptInHandoff(context, itemIndex)) {
		const terms = readStartTerms(context, itemIndex);
		return { output: 'started', json: { ...json, clock: startClock({ ...terms, at }) } };
	}
	const handoff = readHandoff(context, itemIndex);
	const terms = readStartTerms(context, itemIndex, handoff);
	return { output: 'started', json: { ...json, handoff: startHandoffClock(handoff, terms, at) } };
}
