import {
	claimFor,
	claimInLine,
	claimsOf,
	holderIn,
	holdsClaim,
	readClaims,
} from '../ledger/claims';
import { ASK, LOST } from '../ledger/identity';
import { NAMES } from '../nodes/names';
import { ask, choose, eachInTurn, jsonItem } from '../nodes/coreNodes';
import { wakeAsked } from '../ledger/resting';
import { chain, type FlowPart } from '../nodes/workflow';
import { callN8n, LOOK_BACK_HOURS, RETRIES, ROWS, TURN } from './retryNames';

/** n8n answers when a retry waits or has ended; what takes longer is under way. */
const ANSWER_WITHIN_MS = 5_000;
const NEXT = 1;
const ONE = `executions/{{ ${TURN}.id }}`;
/** n8n has written over what the nodes gave, as it does when a worker dies in the middle of a step. */
const WRITTEN_OVER = `$json.status === 'error' && !!$json.data?.resultData && Object.keys($json.data.resultData.runData ?? {}).length === 0`;

/** Claims the execution in turn, looks at it, and retries it where that can be done. */
export function retryingPart(): FlowPart {
	const at = (column: number) => ({ column, row: ROWS.retry });
	const claiming = claimInLine({
		names: { claim: NAMES.claim, claims: NAMES.claims, ours: NAMES.ours },
		at: { claim: at(1), claims: at(2), ours: at(3) },
		claim: `={{ 'retry:' + ${TURN}.id }}`,
		goesOn: holdsClaim('$input.all()', LOOK_BACK_HOURS * 60 * 60 * 1000),
	});
	const retry = callN8n(RETRIES.retry, {
		at: at(6),
		path: `${ONE}/retry`,
		method: 'POST',
		body: '={{ JSON.stringify({ loadWorkflow: false }) }}',
	});
	return {
		nodes: [
			eachInTurn({ name: RETRIES.turn, at: at(0) }),
			...claiming.nodes,
			{
				...callN8n(RETRIES.look, { at: at(4), path: ONE, query: { includeData: 'true' } }),
				// It may have been removed meanwhile.
				onError: 'continueRegularOutput',
				executeOnce: true,
			},
			choose(
				{ name: RETRIES.which, at: at(5) },
				[
					{ name: 'Retry it', when: "={{ $json.status === 'crashed' }}" },
					{ name: 'Its data is lost', when: `={{ ${WRITTEN_OVER} }}` },
				],
				'A node failed',
			),
			{
				...retry,
				// A second call would retry it twice.
				retry: false,
				onError: 'continueRegularOutput',
				executeOnce: true,
				parameters: { ...retry.parameters, options: { timeout: ANSWER_WITHIN_MS } },
			},
			jsonItem(
				{ name: RETRIES.outcome, at: at(7) },
				`={{ ((said) => ({ ...${TURN}, done: /^$|timeout|aborted/i.test(said) ? 'retried, ' + ($json.status ?? 'under way') : 'could not be retried: ' + said }))($json.error ? String($json.error.description ?? $json.error.message ?? $json.error) : '') }}`,
			),
		],
		wires: [
			{ from: RETRIES.turn, to: NAMES.claim, output: NEXT },
			...claiming.wires,
			...chain(
				NAMES.ours,
				RETRIES.look,
				RETRIES.which,
				RETRIES.retry,
				RETRIES.outcome,
				RETRIES.turn,
			),
			{ from: NAMES.ours, to: RETRIES.turn, output: 1 },
			{ from: RETRIES.which, to: RETRIES.asked, output: 1 },
			{ from: RETRIES.which, to: RETRIES.turn, output: 2 },
		],
	};
}

/** The question that the lost execution had claimed, as an expression; undefined when it had none. */
const QUESTION = `$('${RETRIES.asked}').all().map(({ json }) => json.claim ?? '').filter((claim) => /:${ASK}:\\d+$/.test(claim)).at(-1)`;

/** What n8n wrote over cannot be retried: it is noted, and the handoff flow asks again. */
export function losingPart(): FlowPart {
	const at = (column: number) => ({ column, row: ROWS.lose });
	return {
		nodes: [
			// A retry that goes on after the question has claimed nothing itself.
			claimsOf({ name: RETRIES.asked, at: at(1) }, `={{ ${TURN}.id }}`, `={{ ${TURN}.retryOf }}`),
			{
				...ask({ name: RETRIES.asking, at: at(2) }, `={{ !!${QUESTION} }}`),
				executeOnce: true,
			},
			readClaims({ name: RETRIES.others, at: at(3) }, `={{ ${QUESTION} }}`),
			{
				...ask(
					{ name: RETRIES.still, at: at(4) },
					`={{ [${TURN}.id, ${TURN}.retryOf].includes(${holderIn('$input.all()')}) }}`,
				),
				executeOnce: true,
			},
			claimFor(
				{ name: RETRIES.lost, at: at(5) },
				`={{ ${QUESTION}.replace(/:${ASK}:\\d+$/, ':${LOST}') }}`,
			),
			{ ...wakeAsked({ name: RETRIES.wake, at: at(6) }, QUESTION), alwaysOutputData: true },
			jsonItem(
				{ name: RETRIES.lostOutcome, at: at(7) },
				`={{ { ...${TURN}, done: 'lost by n8n; the receiving team is asked again when the record is found again' } }}`,
			),
		],
		wires: [
			...chain(
				RETRIES.asked,
				RETRIES.asking,
				RETRIES.others,
				RETRIES.still,
				RETRIES.lost,
				RETRIES.wake,
				RETRIES.lostOutcome,
				RETRIES.turn,
			),
			{ from: RETRIES.asking, to: RETRIES.turn, output: 1 },
			{ from: RETRIES.still, to: RETRIES.turn, output: 1 },
		],
	};
}
