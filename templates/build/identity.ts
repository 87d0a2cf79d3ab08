import type { CrmAdapter } from './adapters';
import { NAMES } from './names';

/** Two flows may hand over the same record: each sees the rows and claims of its own policy only. */
export const POLICY_ID = `JSON.parse($('${NAMES.gate}').params.policy).id`;

/**
 * What is claimed of the record at hand: by policy, system and id, and then what `of` gives, such as
 * the version of the record that is being judged.
 */
export const claimOf = ({ system, expressions }: CrmAdapter, of: string): string =>
	`={{ ${POLICY_ID} + ':${system}:' + ${expressions.id} + ':' + ${of} }}`;
