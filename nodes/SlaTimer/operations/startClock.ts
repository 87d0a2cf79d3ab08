import type { INodeExecutionData } from 'n8n-workflow';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import { startClock } from '../../domain/time/clock';
import { startHandoffClock } from '../../domain/sla/handoffClock';
import type { ListedOperation } from '../../shared/operations';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readStartTerms } from '../parameters';
import { readHandoff } from '../readClock';
import { stepOnItems, type Sealing } from '../stepOnItems';

const OUTPUTS = ['Started'] as const;

export const startClockOperation = {
	value: 'startClock',
	name: 'Start Clock',
	action: 'Start a clock',
	description: 'Start counting working time towards a deadline',
	subtitle: 'start',
	outputs: OUTPUTS,
	run: stepOnItems(
		{ outputs: OUTPUTS, closed: 'Started' },
		(sealing) => (item, itemIndex) => startAt(sealing, item, itemIndex),
	),
} as const satisfies ListedOperation;

/** Starts a clock and puts it on the item. */
function startAt(
	{ parameters: context, key }: Sealing,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Routed<'Started'> {
	const at = readAt(context, itemIndex);
	if (!readKeptInHandoff(context, itemIndex)) {
		const terms = readStartTerms(context, itemIndex);
		return { output: 'Started', json: { ...json, clock: startClock({ ...terms, at }) } };
	}
	const handoff = readHandoff(context, itemIndex);
	const terms = readStartTerms(context, itemIndex, handoff);
	const started = sealHandoff(startHandoffClock(handoff, terms, at), key);
	return { output: 'Started', json: { ...json, handoff: started } };
}
