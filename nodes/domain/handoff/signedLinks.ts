import { makeCode } from './proof';

/** Signs parameters into a link by which this execution is answered. Only this n8n can do that. */
export type SignLink = (parameters: Record<string, string>) => string;

/** The link of one receiver in one round. The same however often it is made. */
export const linkFor = (sign: SignLink, to: string, round: number): string =>
	sign({ to, round: String(round) });

/** The link of one fixer. It stays the same as long as the execution waits, whatever is asked next. */
export const fixLinkFor = (sign: SignLink, to: string): string => sign({ to });

/** The link of one approver, to one asking for one exception. */
export const approvalLinkFor = (
	sign: SignLink,
	to: string,
	{ requirementId, times }: { requirementId: string; times: number },
): string => sign({ to, exception: requirementId, times: String(times) });

/**
 * The code of one receiver in one round, out of a signature that only this n8n can make: there is
 * nothing to keep, and nobody who holds the link can work it out.
 */
export function codeFor(sign: SignLink, to: string, round: number): string {
	const signed = new URL(sign({ code: to, round: String(round) }));
	return makeCode(signed.searchParams.get('signature') ?? signed.href);
}

/** The link by which one person answers one question. It names what it is for, and cannot decide. */
export const answerLinkFor = (
	sign: SignLink,
	{ to, round, id }: { to: string; round: number; id: string },
): string => sign({ to, round: String(round), answer: id });
