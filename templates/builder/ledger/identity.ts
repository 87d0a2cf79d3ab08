import type { CrmAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';

/** Two flows may hand over the same record: each sees the rows and claims of its own policy only. */
export const POLICY_ID = `JSON.parse($('${NAMES.gate}').params.policy).id`;

/**
 * What is claimed of the record at hand: by policy, system and id, and then what `of` gives, such as
 * the version of the record that is being judged.
 */
export const claimOf = ({ system, expressions }: CrmAdapter, of: string): string =>
	`={{ ${POLICY_ID} + ':${system}:' + ${expressions.id} + ':' + ${of} }}`;

/**
 * Given to a record when it is found, so that an execution and its retries know each other: a retry
 * from the start begins with the same item.
 */
export const RUN_FIELD = 'handoffRun';

/** The run at hand, as an expression; a record that was sent to us has none, and is a run of its own. */
export const RUN = `($('${NAMES.arrives}').isExecuted && ${firstOf(NAMES.arrives)}.${RUN_FIELD} || $execution.id)`;

/** What a question is claimed by, before the number of the outcomes so far. */
export const ASK = 'ask';
/** How long it is known which execution has put a record before the receiving team. */
export const ASKED_FOR = '{ days: 60 }';
/** Claimed of a record when n8n has lost the execution that waited for the answer. */
export const LOST = 'lost';
/** Claimed of a record for which there was nothing to do. */
export const REST = 'rest';
