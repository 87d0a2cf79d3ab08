import type { INodeExecutionData } from 'n8n-workflow';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import { startClock } from '../../domain/time/clock';
import { startHandoffClock } from '../../domain/sla/handoffClock';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readStartTerms } from '../parameters';
import { readHandoff } from '../readHandoff';
import type { Sealing } from './sealing';

/** Starts a clock and puts it on the item. */
export function startClockOf(
	{ parameters: context, key }: Sealing,
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
	const started = sealHandoff(startHandoffClock(handoff, terms, at), key);
	return { output: 'started', json: { ...json, handoff: started } };
}
