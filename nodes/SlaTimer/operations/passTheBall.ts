import type { INodeExecutionData } from 'n8n-workflow';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import { HandoffProblem } from '../../domain/base/problem';
import { passHandoff } from '../../domain/sla/passHandoff';
import type { ListedOperation } from '../../shared/operations';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readPassTerms, readPassedTo } from '../parameters';
import { readHandoff } from '../readClock';
import { stepOnItems, type Sealing } from '../stepOnItems';

const OUTPUTS = ['Passed'] as const;

export const passTheBallOperation = {
	value: 'passTheBall',
	name: 'Pass the Ball',
	action: 'Pass the ball',
	description: "Pause one side's clock and let the other side's run",
	subtitle: 'pass the ball',
	outputs: OUTPUTS,
	run: stepOnItems(
		{ outputs: OUTPUTS, closed: 'Passed' },
		(sealing) => (item, itemIndex) => passAt(sealing, item, itemIndex),
	),
} as const satisfies ListedOperation;

/** Gives the ball to a side: its clock runs, the other side's clock is paused. */
function passAt(
	{ parameters: context, key }: Sealing,
	{ json }: INodeExecutionData,
	itemIndex: number,
): Routed<'Passed'> {
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
	return { output: 'Passed', json: { ...json, handoff: sealHandoff(passed, key) } };
}
