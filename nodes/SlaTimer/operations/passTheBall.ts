import type { INodeExecutionData } from 'n8n-workflow';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import { HandoffProblem } from '../../domain/base/problem';
import { passHandoff } from '../../domain/sla/passHandoff';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readPassTerms, readPassedTo } from '../parameters';
import { readHandoff } from '../readHandoff';
import type { Sealing } from './sealing';

/** Gives the ball to a side: its clock runs, the other side's clock is paused. */
export function passTheBallOf(
	{ parameters: context, key }: Sealing,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Routed<'passed'> {
	if (!readKeptInHandoff(context, itemIndex)) {
		throw new HandoffProblem(
			'A plain record has no sides between which the ball could pass',
			'Set “Clock Of” to Handoff.',
		);
	}
	const handoff = readHandoff(context, itemIndex);
	const to = readPassedTo(context, itemIndex);
	const terms = readPassTerms(context, { handoff, to, itemIndex });
	const passed = passHandoff(handoff, { to, terms }, readAt(context, itemIndex));
	return { output: 'passed', json: { ...json, handoff: sealHandoff(passed, key) } };
}
