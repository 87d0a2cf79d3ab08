import type { INodeExecutionData } from 'n8n-workflow';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import type { Clock } from '../../domain/time/clock';
import { stopClock } from '../../domain/time/controlClock';
import { stopHandoff } from '../../domain/sla/handoffClock';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readStopped } from '../parameters';
import { readClockOfRecord, readHandoff, requireClock } from '../readHandoff';
import type { Sealing } from './sealing';

/** Stops the clock of the item: met in time, breached otherwise. */
export function stopClockOf(
	{ parameters: context, key }: Sealing,
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
	const stopped = sealHandoff(handoff, key);
	return { output: outcomeOf(stopped.clock), json: { ...json, handoff: stopped } };
}

const outcomeOf = ({ state }: Clock): 'met' | 'breached' => (state === 'met' ? 'met' : 'breached');
