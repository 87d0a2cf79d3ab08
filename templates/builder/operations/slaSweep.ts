import { everyMinutes, jsonItem, keepWhere } from '../nodes/coreNodes';
import { slaTimer } from '../nodes/handoffNodes';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import { buildWorkflow, chain, type TemplateNode } from '../nodes/workflow';
import { CHANNELS, findInSlack, postInSlack } from '../nodes/slackNodes';
import { oneAfterTheOther } from './standardNodes';
import { SWEEP, TRY_AGAIN_AFTER } from './sweepNames';
import { sweepStickies } from './sweepStickies';

const MESSAGE = `${itemOf(SWEEP.inOrder)}.handoff.message`;
const LATE = `${MESSAGE}.kind === 'escalation'`;
const CHANNEL = `${firstOf(NAMES.settings)}[${LATE} ? 'escalationChannel' : 'handoffChannel']`;
const [AT_RISK, BREACHED] = [0, 1];

/**
 * One workflow for all open handoffs: once a minute SLA Timer looks at every clock that runs in the
 * ledger, and gives out each milestone once. What is recorded as told must be told, so a run that n8n
 * gave up can be retried where it stood.
 */
export function composeSweep(): Record<string, unknown> {
	const workflow = buildWorkflow({
		name: 'SLA sweep: tell what is due for every open handoff (Slack)',
		nodes: [...findingNodes(), ...tellingNodes()],
		wires: [
			...chain(SWEEP.schedule, NAMES.settings, SWEEP.due),
			{ from: SWEEP.due, to: SWEEP.inOrder, output: AT_RISK },
			{ from: SWEEP.due, to: SWEEP.inOrder, output: BREACHED, input: 1 },
			...chain(SWEEP.inOrder, SWEEP.find, SWEEP.tell, SWEEP.notTaken, SWEEP.again, SWEEP.find),
		],
		stickies: sweepStickies(),
	});
	return { ...workflow, settings: { executionOrder: 'v1', saveExecutionProgress: true } };
}

const findingNodes = (): TemplateNode[] => [
	everyMinutes({ name: SWEEP.schedule, at: { column: 0, row: 0 } }, 1),
	jsonItem({ name: NAMES.settings, at: { column: 1, row: 0 } }, JSON.stringify(CHANNELS, null, 2)),
	slaTimer(
		{ name: SWEEP.due, at: { column: 2, row: 0 } },
		{ operation: 'findDue', keepLedger: 'here' },
	),
	oneAfterTheOther({ name: SWEEP.inOrder, at: { column: 3, row: 0 } }),
];

const tellingNodes = (): TemplateNode[] => [
	findInSlack({ name: SWEEP.find, at: { column: 4, row: 0 } }, `${MESSAGE}.to[0]?.email`),
	{
		...postInSlack(
			{ name: SWEEP.tell, at: { column: 5, row: 0 } },
			{
				channel: `={{ $json.user?.id ?? ${CHANNEL} }}`,
				blocks: `${MESSAGE}.slackBlocks`,
				text: `={{ ${MESSAGE}.subject }}`,
			},
		),
		// Only what was not taken is told again: a retry of the node would tell the others twice.
		onError: 'continueRegularOutput',
	},
	keepWhere({ name: SWEEP.notTaken, at: { column: 6, row: 0 } }, '={{ !!$json.error }}'),
	{
		name: SWEEP.again,
		at: { column: 6, row: 1.2 },
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: {
			resume: 'timeInterval',
			// After the last one there is no amount: the node fails, and n8n shows the execution as failed.
			amount: `={{ ${JSON.stringify(TRY_AGAIN_AFTER)}[$runIndex] }}`,
			unit: 'minutes',
		},
	},
];
