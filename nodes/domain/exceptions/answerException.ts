import { sameAddress } from '../base/emailAddress';
import { HandoffProblem } from '../base/problem';
import type { Handoff } from '../handoff/envelope';
import type { AskedException } from '../handoff/exception';
import type { DecidedBy } from '../handoff/proof';
import type { Waiver } from '../handoff/verdict';
import { sealHandoff } from '../ledger/sealHandoff';
import { writeRow } from '../ledger/writeRow';
import { hasAsked } from '../life/exceptions';
import { endingNotice } from '../sla/endingNotice';
import { fieldsOf, isAnswered, keptException, momentOf, type KnownSoFar } from './noting';

/**
 * Notes that an approver grants what was asked for, with the ledger row `requirement.waived`. Where
 * one stands that has not ended, the new end takes its place.
 *
 * @throws HandoffProblem when somebody has answered already, or it is granted by who has asked for
 * it, or by nobody who was asked
 */
export function grantException<Granted extends Handoff>(
	handoff: Granted,
	asked: AskedException,
	{ by, until, ...noting }: KnownSoFar & { by: DecidedBy; until: string },
): { handoff: Granted; waiver: Waiver } {
	requireApprover(handoff, asked, { by, rows: noting.rows });
	const { requirementId, reason, times } = asked;
	const approvedBy = by.name === '' ? by.email : `${by.name} <${by.email}>`;
	const waiver: Waiver = { requirementId, reason, approvedBy, expiresAt: until };
	const kept = keptException(handoff, requirementId, noting.rows);
	const notice = endingNotice(handoff, waiver);
	const event = writeRow(handoff, {
		type: 'requirement.waived',
		at: momentOf(handoff, noting.rows, noting.now, asked),
		discriminator: `${requirementId}:${times}`,
		actor: by.email,
		proof: by.proof,
		fields: fieldsOf(handoff, requirementId),
		data: {
			...waiver,
			times,
			...(kept?.waiver !== undefined && { extends: true }),
			...(notice !== undefined && { notice }),
		},
	});
	return { handoff: sealHandoff({ ...handoff, event }, noting.key), waiver };
}

/**
 * Notes that an approver refuses what was asked for, with the ledger row `waiver.refused`. What was
 * granted before goes on until it ends.
 *
 * @throws HandoffProblem when somebody has answered already, or it is refused by nobody who was asked
 */
export function refuseException<Refused extends Handoff>(
	handoff: Refused,
	asked: AskedException,
	{ by, reason, ...noting }: KnownSoFar & { by: DecidedBy; reason: string },
): Refused {
	requireApprover(handoff, asked, { by, rows: noting.rows });
	const { requirementId, times } = asked;
	const event = writeRow(handoff, {
		type: 'waiver.refused',
		at: momentOf(handoff, noting.rows, noting.now, asked),
		discriminator: `${requirementId}:${times}`,
		actor: by.email,
		proof: by.proof,
		fields: fieldsOf(handoff, requirementId),
		data: { requirementId, times, reason, by: by.name },
	});
	return sealHandoff({ ...handoff, event }, noting.key);
}

function requireApprover(
	handoff: Handoff,
	asked: AskedException,
	{ by, rows }: { by: DecidedBy; rows: readonly unknown[] },
): void {
	const kept = keptException(handoff, asked.requirementId, rows);
	if (isAnswered(kept, asked)) throw alreadyAnswered(asked);
	const isOwn =
		sameAddress(by.email, asked.by.email) || (kept !== undefined && hasAsked(kept, by.email));
	if (!isOwn && asked.approvers.some((email) => sameAddress(email, by.email))) return;
	throw new HandoffProblem(
		isOwn
			? `${by.email} has asked for this exception, and who asks does not grant`
			: `${by.email} was not asked about this exception`,
		'Let somebody else whom the policy names under “waivers.approvers” decide.',
	);
}

const alreadyAnswered = ({ requirementId }: AskedException): HandoffProblem =>
	new HandoffProblem(
		`The exception from “${requirementId}” has its answer already`,
		'The first answer counts. To take back what was granted, use Revoke Waiver of Handoff Ledger.',
	);
