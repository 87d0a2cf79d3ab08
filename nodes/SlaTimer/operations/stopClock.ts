import type { INodeExecutionData } from 'n8n-workflow';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import type { Clock } from '../../domain/time/clock';
import { stopClock } from '../../domain/time/controlClock';
import { stopHandoff } from '../../domain/sla/handoffClock';
import type { ListedOperation } from '../../shared/operations';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readStopped } from '../parameters';
import { readClockOfRecord, readHandoff, requireClock } from '../readClock';
import { stepOnItems, type Sealing } from '../stepOnItems';

const OUTPUTS = ['Met', 'Breached'] as const;

export const stopClockOperation = {
	value: 'stopClock',
	name: 'Stop Clock',
	action: 'Stop a clock',
	description: 'Stop counting, because what was asked for has happened',
	subtitle: 'stop',
	outputs: OUTPUTS,
	run: stepOnItems(
		{ outputs: OUTPUTS, closed: 'Breached' },
		(sealing) => (item, itemIndex) => stopAt(sealing, item, itemIndex),
	),
} as const satisfies ListedOperation;

/** Stops the clock of the item: met in time, breached otherwise. */
function stopAt(
	{ parameters: context, key }: Sealing,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Routed<'Met' | 'Breached'> {
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

const outcomeOf = ({ state }: Clock): 'Met' | 'Breached' => (state === 'met' ? 'Met' : 'Breached');
