import { writeCode } from '../domain/handoff/proof';

/** What both execute and webhook contexts can do: sign parameters into a resume link. */
export interface Signs {
	getSignedResumeUrl(parameters?: Record<string, string>): string;
}

/** The link of one receiver in one round. The same however often it is made. */
export const linkFor = (context: Signs, to: string, round: number): string =>
	context.getSignedResumeUrl({ to, round: String(round) });

/**
 * The code of one receiver in one round, out of a signature that only this n8n can make: there is
 * nothing to keep, and nobody who holds the link can work it out.
 */
export function codeFor(context: Signs, to: string, round: number): string {
	const signed = new URL(context.getSignedResumeUrl({ code: to, round: String(round) }));
	return writeCode(signed.searchParams.get('signature') ?? signed.href);
}
