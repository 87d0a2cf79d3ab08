import { normalise, sameAddress } from '../base/emailAddress';
import type { Person } from '../base/message';
import type { ExceptionTerms } from '../handoff/exception';
import type { Finding } from '../handoff/verdict';
import type { KeptException } from '../life/exceptions';

/**
 * How often one exception may be asked for. Who decides has read every reason by then, and a further
 * asking would only wear them down; people who disagree after that have to talk to each other.
 */
export const MOST_ASKINGS = 3;

/** Whether an exception may be asked for, and who decides about it; or why it may not. */
export type WaivableGap =
	| { may: true; approvers: Person[] }
	| { may: false; why: 'notAllowed' | 'nobodyToAsk' | 'asked' | 'tooOften' };

/**
 * Says whether somebody may ask for an exception from one requirement: the policy allows it, somebody
 * else who has an address may approve it, it is not asked for already, and was not asked for too often.
 *
 * @param kept what stands about this exception; undefined where nothing was ever asked
 */
export function waivableGap(
	terms: ExceptionTerms | undefined,
	{ requirementId }: Pick<Finding, 'requirementId'>,
	{ asker, kept }: { asker: string; kept: KeptException | undefined },
): WaivableGap {
	if (terms === undefined || !terms.allowed.includes(requirementId)) {
		return { may: false, why: 'notAllowed' };
	}
	const approvers = approversBeside(terms, [asker, ...(kept?.askers ?? [])]);
	if (approvers.length === 0) return { may: false, why: 'nobodyToAsk' };
	if (kept?.asked !== undefined) return { may: false, why: 'asked' };
	if (kept !== undefined && kept.times >= MOST_ASKINGS) return { may: false, why: 'tooOften' };
	return { may: true, approvers };
}

/** Those who can be asked, each once, without anybody who has asked: who asks never grants. */
export function approversBeside(terms: ExceptionTerms, askers: readonly string[]): Person[] {
	const found = new Map<string, Person>();
	for (const { name, email } of terms.approvers) {
		const key = normalise(email);
		if (key === '' || found.has(key) || askers.some((asker) => sameAddress(asker, email))) continue;
		found.set(key, { name: name || email, email });
	}
	return [...found.values()];
}
