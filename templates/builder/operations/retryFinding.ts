import { placeholder } from '../combinations/adapters';
import { slack } from '../channel/slack';
import { CLAIM_HOLDS_MS, createClaims } from '../ledger/claims';
import { firstOf, NAMES } from '../nodes/names';
import { everyMinutes, jsonItem, manualTrigger, splitOut } from '../nodes/coreNodes';
import { chain, type FlowPart, type TemplateNode } from '../nodes/workflow';
import {
	callN8n,
	LOOK_BACK_HOURS,
	MINUTES_BETWEEN_RUNS,
	MOST_RETRIES,
	RETRIES,
	ROWS,
} from './retryNames';

/** The most that n8n gives in one answer. */
const PAGE = '250';
/**
 * n8n also marks what still runs as a sub-workflow of a worker, and takes the mark back later; and a
 * retry goes on with a record only when the claim of the execution before it has run out.
 */
export const LEAVE_MINUTES = CLAIM_HOLDS_MS / 60_000 + 1;
const listed = (name: string) => `${firstOf(name)}.data`;

const CHOICES = {
	n8nUrl: placeholder('Address of this n8n (https://n8n.example.com)'),
	escalationChannel: slack.settings.escalationChannel,
};

/** Finds what n8n ended and nobody has retried, for one execution after the other. */
export function findingPart(): FlowPart {
	const at = (column: number) => ({ column, row: ROWS.find });
	return {
		nodes: [
			everyMinutes({ name: NAMES.schedule, at: { column: 0, row: -0.4 } }, MINUTES_BETWEEN_RUNS),
			manualTrigger({ name: NAMES.manual, at: { column: 0, row: 0.3 } }),
			jsonItem({ name: NAMES.settings, at: at(1) }, JSON.stringify(CHOICES, null, 2)),
			createClaims({ name: NAMES.createClaims, at: at(2) }),
			list(RETRIES.flows, 3, 'workflows', { limit: PAGE }),
			list(RETRIES.crashed, 4, 'executions', { status: 'crashed', limit: PAGE }),
			list(RETRIES.failed, 5, 'executions', { status: 'error', limit: PAGE }),
			list(RETRIES.newest, 6, 'executions', { limit: PAGE }),
			jsonItem({ name: RETRIES.left, at: at(7) }, `={{ { executions: ${LEFT} } }}`),
			{ ...splitOut(RETRIES.each, 'executions'), at: at(8) },
		],
		wires: [
			{ from: NAMES.manual, to: NAMES.settings },
			...chain(NAMES.schedule, NAMES.settings, NAMES.createClaims, RETRIES.flows),
			...chain(
				RETRIES.flows,
				RETRIES.crashed,
				RETRIES.failed,
				RETRIES.newest,
				RETRIES.left,
				RETRIES.each,
				RETRIES.turn,
			),
		],
	};
}

const list = (
	name: string,
	column: number,
	path: string,
	query: Record<string, string>,
): TemplateNode => callN8n(name, { at: { column, row: ROWS.find }, path, query });

const FLOWS = `${listed(RETRIES.flows)}.filter(({ nodes }) => nodes.some(({ type }) => type.startsWith('n8n-nodes-handoff.')))`;
const ENDED = `[...${listed(RETRIES.crashed)}, ...${listed(RETRIES.failed)}]`;
const KNOWN = `[...${ENDED}, ...${listed(RETRIES.newest)}]`;
const MINUTES_AGO = `(one) => $now.diff(DateTime.fromISO(one.stoppedAt ?? one.startedAt)).as('minutes')`;
/** The execution that it is a retry of, so many steps back; undefined when there are fewer. */
const BEFORE = `Array.from({ length: ${MOST_RETRIES} }).reduce((at) => at && known.find(({ id }) => id === at.retryOf), one)`;

/**
 * Crashed and failed executions of handoff flows, the oldest first, that are no longer at work and
 * not retried. Those that somebody started in the editor are tests, and n8n does not retry them.
 */
const LEFT = `((flows, known, ago) => ${ENDED}.filter((one) => one.mode !== 'manual' && flows.some(({ id }) => id === one.workflowId) && ago(one) >= ${LEAVE_MINUTES} && ago(one) < ${LOOK_BACK_HOURS * 60} && !known.some(({ retryOf }) => retryOf === one.id) && !${BEFORE}).map((one) => ({ id: one.id, retryOf: one.retryOf ?? one.id, workflowId: one.workflowId, flow: flows.find(({ id }) => id === one.workflowId).name })).sort((a, b) => a.id - b.id))(${FLOWS}, ${KNOWN}, ${MINUTES_AGO})`;
