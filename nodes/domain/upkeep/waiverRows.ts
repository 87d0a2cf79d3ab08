import { digestOf } from '../base/digest';
import type { Instant } from '../base/instant';
import { HandoffProblem } from '../base/problem';
import type { Handoff } from '../handoff/envelope';
import type { Waiver } from '../handoff/verdict';
import { textOf } from '../ledger/cells';
import { openObject } from '../ledger/openCell';
import { afterRows, exceptionRowsIn, type ExceptionRow } from '../life/exceptionRows';
import { exceptionsIn, hasAsked, type KeptException } from '../life/exceptions';
import { waiverEnd } from '../life/waiverEnd';
import { endingNotice } from '../sla/endingNotice';
import { keptRow } from './keptRow';
import { rowOn, type Entry, type Subject } from './subject';

interface Circumstances {
	now: Instant;
	/** Seals the row; undefined when rows are not sealed. */
	key: string | undefined;
	/** The requirements that the handoff was agreed with, when that is known. */
	requirements?: Handoff['agreed']['fields'];
}

/**
 * Notes an exception from one requirement. Whether it counts is for the policy to say when the gate
 * judges the record next. The same one twice is one.
 *
 * @throws HandoffProblem when it is over already, the policy has no such requirement, or the approver
 * has asked for it
 */
export function grantWaiver(subject: Subject, waiver: Waiver, by: Circumstances): Entry {
	const { requirementId, expiresAt, approvedBy } = waiver;
	requireRequirement(requirementId, by.requirements);
	requireFuture(expiresAt, by.now);
	const before = changesOf(subject, requirementId);
	const kept = keptOf(subject, requirementId);
	if (kept !== undefined) requireOther(kept, approvedBy);
	if (isSame(waiver, kept?.waiver)) return grantedBefore(subject, requirementId);
	const row = rowOn(
		subject,
		{
			type: 'requirement.waived',
			at: afterRows(before, by.now),
			discriminator: digestOf([requirementId, before.length, waiver]),
			actor: approvedBy,
			fields: fieldsOf(requirementId, by.requirements),
			data: { ...waiver, ...answerTo(kept), ...noticeFor(subject, waiver) },
		},
		by.key,
	);
	return { known: false, row };
}

/**
 * Notes that an exception counts no more from now on.
 *
 * @returns nothing to note when there is none
 */
export function revokeWaiver(
	subject: Subject,
	{ requirementId, reason }: Pick<Waiver, 'requirementId' | 'reason'>,
	by: Circumstances,
): Entry {
	requireRequirement(requirementId, by.requirements);
	const before = changesOf(subject, requirementId);
	if (keptOf(subject, requirementId)?.waiver === undefined) return { known: true };
	const row = rowOn(
		subject,
		{
			type: 'waiver.revoked',
			at: afterRows(before, by.now),
			discriminator: digestOf([requirementId, before.length]),
			fields: fieldsOf(requirementId, by.requirements),
			data: { requirementId, ...(reason === '' ? {} : { reason }) },
		},
		by.key,
	);
	return { known: false, row };
}

const keptOf = ({ rows, described }: Subject, requirementId: string): KeptException | undefined =>
	exceptionsIn(rows, described.id).find((one) => one.requirementId === requirementId);

const isSame = (one: Waiver, other: Waiver | undefined): boolean =>
	other !== undefined && digestOf(one) === digestOf(other);

function grantedBefore({ rows, described }: Subject, requirementId: string): Entry {
	const row = keptRow(
		rows,
		({ handoffId, type, data }) =>
			handoffId === described.id &&
			type === 'requirement.waived' &&
			openObject(data).content.requirementId === requirementId,
	);
	return { known: true, ...(row !== undefined && { row }) };
}

/** What was noted about an exception from this requirement so far. */
const changesOf = ({ rows, described }: Subject, requirementId: string): ExceptionRow[] =>
	exceptionRowsIn(rows, described.id).filter(
		({ data }) => textOf(data.requirementId) === requirementId,
	);

/** What is granted by hand answers who is asking, and takes the place of what stands. */
const answerTo = (kept: KeptException | undefined) => ({
	...(kept?.asked !== undefined && { times: kept.asked.times }),
	...(kept?.waiver !== undefined && { extends: true as const }),
});

/** Who handed the record over is known only where the envelope is given. */
function noticeFor({ envelope }: Subject, waiver: Waiver) {
	const notice = envelope && endingNotice(envelope, waiver);
	return notice === undefined ? {} : { notice };
}

function requireOther(kept: KeptException, approvedBy: string): void {
	if (!hasAsked(kept, approvedBy)) return;
	throw new HandoffProblem(
		`${approvedBy} has asked for this exception, and who asks does not grant`,
		'Let somebody else whom the policy names approve it.',
	);
}

const fieldsOf = (id: string, requirements: Circumstances['requirements'] = []): string[] =>
	requirements.filter((one) => one.id === id).map(({ field }) => field);

function requireRequirement(id: string, requirements: Circumstances['requirements']): void {
	if (requirements === undefined || requirements.length === 0) return;
	if (requirements.some((one) => one.id === id)) return;
	throw new HandoffProblem(
		`The policy of this handoff has no requirement “${id}”`,
		`Give the id of one of its requirements: ${requirements.map((one) => one.id).join(', ')}.`,
	);
}

function requireFuture(expiresAt: string, now: Instant): void {
	const end = waiverEnd(expiresAt);
	if (end !== undefined && end > now) return;
	throw new HandoffProblem(
		end === undefined
			? `“Expires At” is no date: ${expiresAt === '' ? 'it is empty' : `“${expiresAt}”`}`
			: `The waiver would be over already: it ends ${expiresAt}`,
		'Give a day to come, such as 2026-12-24, or a point in time with its offset.',
	);
}
