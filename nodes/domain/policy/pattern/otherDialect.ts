import { HandoffProblem } from '../../base/problem';

/** What other programs write in patterns and JavaScript does not know, each with what to write. */
const FOREIGN: ReadonlyArray<[sign: RegExp, remedy: string]> = [
	[
		/\(\?-?[a-z]+[):]/,
		'Leave (?i) out, and set “ignoreCase” where capital and small letters are the same.',
	],
	[/\\[AZz]/, 'Leave \\A and \\Z out: the whole text must match the pattern anyway.'],
	[/\[:\^?\w+:\]/, 'Write [a-z], [0-9] or \\p{L} in place of names such as [:alpha:].'],
	[/\(\?P/, 'Write the group without its name, in ( ).'],
	[
		/\\[hHRGQEK]/,
		'Write a blank as \\s and each sign as itself; \\h, \\R, \\G, \\K, \\Q and \\E mean nothing here.',
	],
	[/^[\w #/-]*[-_ #/]\*$/, 'Write .* where any characters may stand: PO-.* in place of PO-*.'],
];

/** Slashes around a pattern, with flags behind, as programs write it. */
const SLASHED = /^\/(.+)\/([a-z]*)$/s;

/**
 * Refuses a pattern that could never match as it is meant, because it is written for another program.
 *
 * @throws HandoffProblem that says how to write it here
 */
export function refuseOtherDialect(source: string): void {
	const [, inner, flags = ''] = SLASHED.exec(source) ?? [];
	if (inner !== undefined) {
		const ignoreCase = flags.includes('i') ? ', and set “ignoreCase”' : '';
		throw new HandoffProblem(
			`the pattern ${source} stands in slashes, which are no part of it`,
			`Leave them out: ${inner}${ignoreCase}.`,
		);
	}
	const bare = source.replace(/\\\\/g, '');
	const [, remedy] = FOREIGN.find(([sign]) => sign.test(bare)) ?? [];
	if (remedy === undefined) return;
	throw new HandoffProblem(`the pattern ${source} is written for another program`, remedy);
}
