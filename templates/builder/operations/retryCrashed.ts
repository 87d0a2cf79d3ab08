import { slack } from '../channel/slack';
import { forgetClaims } from '../ledger/claims';
import { NAMES } from '../nodes/names';
import { ask, jsonItem } from '../nodes/coreNodes';
import { buildWorkflow, chain, type FlowPart } from '../nodes/workflow';
import { findingPart } from './retryFinding';
import { RETRIES, ROWS, SETTINGS } from './retryNames';
import { retryStickies } from './retryStickies';
import { losingPart, retryingPart } from './retryTurn';

const DONE = 0;

/**
 * One workflow for all handoff flows: what n8n marks as crashed is retried once, and operations hear
 * of it. Without it, whoever accepted in the second in which n8n died has been thanked in vain.
 */
export function composeRetryCrashed(): Record<string, unknown> {
	const parts = [findingPart(), retryingPart(), losingPart(), tellingPart()];
	const nodes = parts.flatMap((part) => part.nodes);
	return buildWorkflow({
		name: 'Retry the handoffs that n8n gave up (Slack)',
		nodes,
		wires: parts.flatMap(({ wires }) => wires),
		stickies: retryStickies(nodes),
	});
}

const LINK = `${SETTINGS}.n8nUrl + '/workflow/' + one.workflowId + '/executions/' + one.id`;
const LINE = `'<' + ${LINK} + '|' + one.flow.replace(/[<>|&]/g, ' ') + ' ' + one.id + '>: ' + one.done`;
/** Those that came back from this run; another run was at the others. */
const RETRIED = `$('${RETRIES.turn}').all(${DONE}).map(({ json }) => json).filter(({ done }) => done)`;

function tellingPart(): FlowPart {
	const at = (column: number) => ({ column, row: ROWS.tell });
	return {
		nodes: [
			{
				...ask({ name: RETRIES.any, at: at(1) }, `={{ ${RETRIED}.length > 0 }}`),
				executeOnce: true,
			},
			jsonItem(
				{ name: RETRIES.say, at: at(2) },
				`={{ ((done) => ({ subject: 'n8n gave up ' + done.length + ' handoff execution(s)', slackBlocks: [{ type: 'section', text: { type: 'mrkdwn', text: ('n8n was stopped in the middle of these executions:\\n' + done.map((one) => ${LINE}).join('\\n')).slice(0, 2900) } }] }))(${RETRIED}) }}`,
			),
			slack.tellTeam({ name: RETRIES.tell, at: at(3) }, '$json'),
			forgetClaims({ name: NAMES.forget, at: at(4) }),
		],
		wires: [
			{ from: RETRIES.turn, to: RETRIES.any, output: DONE },
			...chain(RETRIES.any, RETRIES.say, RETRIES.tell, NAMES.forget),
		],
	};
}
