import { z } from 'zod';
import type { Instant } from '../base/instant';
import { readMailbox, sameAddress } from '../base/emailAddress';
import type { Person } from '../base/message';
import { inEnglish, say, type Sentence } from '../language/sentence';
import { hasAsked, type KeptException } from '../life/exceptions';
import { latestEnd, waiverEnd } from '../life/waiverEnd';
import type { RefusedWaiver, Waiver } from '../handoff/verdict';
import { compileEmptyReason } from './emptyReason';

const LONGEST_TEXT = 2000;

const givenWaiverSchema = z.object({
	requirementId: z.string().trim().min(1),
	reason: z.string().trim().min(1).max(LONGEST_TEXT),
	approvedBy: z.string().trim().min(1).max(LONGEST_TEXT),
	expiresAt: z.string(),
});

export interface JudgedWaivers {
	/** The waiver that counts for a requirement. */
	valid: Map<string, Waiver>;
	refused: RefusedWaiver[];
}

/** What a waiver has to keep to. */
export interface WaiverRules {
	/** The requirements that may be waived. */
	allowed: readonly string[];
	maxDays?: number | undefined;
	/** Who may approve; anybody when undefined. */
	approvers: readonly Person[] | undefined;
	placeholders: readonly string[];
}

/**
 * Tells the waivers that count from those that do not. One counts when the policy allows it for that
 * requirement, it has a reason, an approver whom the policy accepts and who did not ask for it, and an
 * end that is still to come and not farther away than the policy allows. Anything else is refused with
 * the reason why; nothing that is given here can fail the gate.
 *
 * @param exceptions what the ledger holds: whoever asked there does not approve
 */
export function judgeWaivers(
	given: unknown,
	rules: WaiverRules,
	{ now, exceptions = [] }: { now: Instant; exceptions?: readonly KeptException[] },
): JudgedWaivers {
	const valid = new Map<string, Waiver>();
	const refused: RefusedWaiver[] = [];
	const list = listOf(given);
	if (list.length === 0) return { valid, refused };
	const isEmpty = compileEmptyReason(rules.placeholders);
	for (const one of list) {
		const parsed = givenWaiverSchema.safeParse(one);
		if (!parsed.success) {
			const place = parsed.error.issues[0]?.path.join('.') ?? '';
			refused.push(refuseWaiver(idOf(one), say('refusedForm', { place: place || '{ }' })));
			continue;
		}
		const why = isEmpty(parsed.data.reason)
			? say('refusedNoReason')
			: (refuseSelf(parsed.data, exceptions) ?? refusal(parsed.data, rules, now));
		if (why === undefined) valid.set(parsed.data.requirementId, parsed.data);
		else refused.push(refuseWaiver(parsed.data.requirementId, why));
	}
	return { valid, refused };
}

const refuseWaiver = (requirementId: string, why: Sentence): RefusedWaiver => ({
	requirementId,
	why: inEnglish(why),
	codes: { why },
});

function listOf(given: unknown): unknown[] {
	if (given === undefined || given === null || given === '') return [];
	return Array.isArray(given) ? given : [given];
}

const idOf = (one: unknown): string =>
	typeof one === 'object' && one !== null && 'requirementId' in one
		? String(one.requirementId).slice(0, 200)
		: '';

function refuseSelf(
	{ requirementId, approvedBy: approver }: Waiver,
	exceptions: readonly KeptException[],
): Sentence | undefined {
	const kept = exceptions.find((one) => one.requirementId === requirementId);
	return kept !== undefined && hasAsked(kept, approver)
		? say('refusedSelf', { approver })
		: undefined;
}

function refusal(waiver: Waiver, rules: WaiverRules, now: Instant): Sentence | undefined {
	if (!rules.allowed.includes(waiver.requirementId)) {
		return say('refusedPolicy');
	}
	const { approvedBy: approver } = waiver;
	if (rules.approvers?.every((one) => !isApprover(one, approver))) {
		return say('refusedApprover', { approver });
	}
	const end = waiverEnd(waiver.expiresAt);
	if (end === undefined) return say('refusedEnd');
	if (end <= now) return say('refusedOver', { at: { day: waiver.expiresAt } });
	if (end > latestEnd(rules.maxDays, now)) {
		return say('refusedLong', { count: rules.maxDays ?? 0 });
	}
	return undefined;
}

/**
 * Whether somebody is an approver: by the address, also behind a name, or, where the policy gives no
 * address, by the name.
 */
function isApprover({ name, email }: Person, written: string): boolean {
	if (email === '') return name !== '' && sameAddress(name, written);
	return sameAddress(email, written) || sameAddress(email, readMailbox(written).email);
}

/** Without those that are over: they were granted once, and are nothing to be told about. */
export const unexpiredWaivers = (waivers: readonly Waiver[], now: Instant): Waiver[] =>
	waivers.filter(({ expiresAt }) => (waiverEnd(expiresAt) ?? Infinity) > now);

/** Exceptions in the ledger that stand for nothing, each with the reason. */
export const refusedExceptions = (
	exceptions: readonly KeptException[],
	isNeeded: (requirementId: string) => boolean,
): RefusedWaiver[] =>
	exceptions
		.filter(({ requirementId }) => isNeeded(requirementId))
		.flatMap(({ requirementId, selfGranted, refused }) =>
			[
				...(selfGranted === undefined
					? []
					: [say('refusedSelf', { approver: selfGranted.approvedBy })]),
				...(refused === undefined
					? []
					: [say('refusedAsked', { approver: refused.by, reason: refused.reason })]),
			].map((why) => refuseWaiver(requirementId, why)),
		);
