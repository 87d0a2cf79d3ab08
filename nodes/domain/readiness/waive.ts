import { z } from 'zod';
import type { Instant } from '../base/instant';
import { DAY_MS } from '../policy/day';
import { parseDay } from '../policy/writtenDay';
import { inEnglish, say, type Sentence } from '../language/sentence';
import type { CheckContext } from '../policy/checks/check';
import type { WaiverTerms } from '../policy/policy';
import type { RefusedWaiver, Waiver } from '../handoff/verdict';

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

/**
 * Tells the waivers that count from those that do not. One counts when the policy allows it for that
 * requirement, it has a reason, an approver whom the policy accepts, and an end that is still to come
 * and not farther away than the policy allows. Anything else is refused with the reason why; nothing
 * that is given here can fail the gate.
 */
export function judgeWaivers(
	given: unknown,
	terms: WaiverTerms,
	{ now, isMissing }: Pick<CheckContext, 'now' | 'isMissing'>,
): JudgedWaivers {
	const valid = new Map<string, Waiver>();
	const refused: RefusedWaiver[] = [];
	for (const one of listOf(given)) {
		const parsed = givenWaiverSchema.safeParse(one);
		if (!parsed.success) {
			const place = parsed.error.issues[0]?.path.join('.') ?? '';
			refused.push(refuseWaiver(idOf(one), say('refusedForm', { place: place || '{ }' })));
			continue;
		}
		const why = isMissing(parsed.data.reason)
			? say('refusedNoReason')
			: refusal(parsed.data, terms, now);
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

function refusal(waiver: Waiver, terms: WaiverTerms, now: Instant): Sentence | undefined {
	if (!terms.allowed.includes(waiver.requirementId)) {
		return say('refusedPolicy');
	}
	const approver = waiver.approvedBy.toLowerCase();
	if (terms.approvers?.every((name) => name.trim().toLowerCase() !== approver)) {
		return say('refusedApprover', { approver: waiver.approvedBy });
	}
	const end = waiverEnd(waiver.expiresAt);
	if (end === undefined) return say('refusedEnd');
	if (end <= now) return say('refusedOver', { at: { day: waiver.expiresAt } });
	// A day that is named counts to its end, and so does the day that lies `maxDays` from today.
	const lastEnd = (Math.floor(now / DAY_MS) + 1 + (terms.maxDays ?? Infinity)) * DAY_MS;
	if (end > lastEnd) {
		return say('refusedLong', { count: terms.maxDays ?? 0 });
	}
	return undefined;
}

/** Without those that are over: they were granted once, and are nothing to be told about. */
export const unexpiredWaivers = (waivers: readonly Waiver[], now: Instant): Waiver[] =>
	waivers.filter(({ expiresAt }) => (waiverEnd(expiresAt) ?? Infinity) > now);

/**
 * When a waiver ends: an instant with offset, or a day, which is over when it ends in UTC.
 *
 * @returns undefined for anything else
 */
export function waiverEnd(text: string): Instant | undefined {
	const day = parseDay(text.trim());
	if (day !== undefined) return (day + 1) * DAY_MS;
	const instant = z.string().datetime({ offset: true }).safeParse(text.trim());
	const end = instant.success ? Date.parse(instant.data) : Number.NaN;
	return Number.isNaN(end) ? undefined : end;
}
