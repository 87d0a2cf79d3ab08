import { jsonItem } from './coreNodes';
import { NAMES } from './names';
import type { Position, TemplateNode } from './workflow';

const ACCEPTED = 1;
/** The record as it was accepted, with its envelope. */
export const DECIDED = `$('${NAMES.accept}').first(${ACCEPTED}).json`;

/**
 * The record that was accepted, with what it says now. Of one that is not found any more nothing but
 * the envelope is left: so the gate knows that it is gone, and withdraws it.
 *
 * @param found expressions over the answer: its id, which is empty when nothing was found, and its
 * members
 */
export const recordNow =
	(found: { id: string; members: string } = { id: '$json.id', members: '$json' }) =>
	(at: Position): TemplateNode =>
		jsonItem(
			{ name: NAMES.recordNow, at },
			`={{ { ...(${found.id} && { ...${DECIDED}, ...${found.members} }), handoff: ${DECIDED}.handoff } }}`,
		);
