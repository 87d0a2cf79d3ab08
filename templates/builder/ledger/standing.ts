import { LOST } from './identity';
import { NAMES } from '../nodes/names';

/** Expressions over the earlier ledger rows of a record: what became of it so far. */

const ROWS = `$('${NAMES.earlier}').all().map((row) => row.json)`;

/** The last thing that happened to the handoff itself, clocks apart. */
const LAST = `${ROWS}.filter((row) => row.type?.startsWith('handoff.')).sort((a, b) => a.attempt - b.attempt || Date.parse(a.at) - Date.parse(b.at)).at(-1)`;

/** How long after its last milestone a request may be taken to have been lost, in milliseconds. */
const LOST_AFTER = 60 * 60 * 1000;

export const EARLIER_ROWS = ROWS;
/** How often the receiving team was asked and did not accept. */
export const OUTCOMES_SO_FAR = `${ROWS}.filter((row) => ['handoff.returned', 'handoff.unanswered'].includes(row.type)).length`;
export const LAST_STEP = LAST;

/** Accepted: all that is left is to make sure of the task. */
export const IS_ACCEPTED = `${LAST}?.type === 'handoff.accepted'`;

/** A request is out and its links are open: another execution waits for the answer. */
export const IS_WAITING = `['handoff.requested', 'handoff.reminded', 'handoff.forwarded', 'handoff.voted'].includes(${LAST}?.type) && $now.toMillis() < Math.max(...${ROWS}.filter((row) => row.type === 'handoff.requested').map((row) => Date.parse(JSON.parse(row.data).closesAt))) + ${LOST_AFTER}`;

/**
 * Whether n8n has lost the execution that waited, as an expression: it was claimed so after the
 * request went out.
 */
export const isLost = (claims: string): string =>
	`${claims}.some(({ json }) => json.claim.endsWith(':${LOST}') && Date.parse(json.createdAt) > Math.max(...${ROWS}.filter((row) => row.type === 'handoff.requested').map((row) => Date.parse(row.at))))`;

const SINCE = '$json.handoff.verdict.changedSince';
const DAY = 24 * 60 * 60 * 1000;

/** Ready, and not put before the receiving team in this state yet. */
export const IS_NEWLY_READY = `!${SINCE} || ${SINCE}.changed || ['handoff.evaluated', 'handoff.requested', 'handoff.reminded', 'handoff.forwarded', 'handoff.voted'].includes(${SINCE}.lastType) || (${SINCE}.lastType === 'handoff.unanswered' && $now.toMillis() - Date.parse(${SINCE}.at) > ${DAY})`;

/** Not ready, and the seller has not been told about these gaps yet. */
export const IS_NEWLY_INCOMPLETE = `!${SINCE} || ${SINCE}.changed`;
