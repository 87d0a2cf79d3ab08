/**
 * A mistake in what the user configured: what is wrong and where, and how to mend it.
 *
 * Thrown by the domain; the node layer shows `message` as the error and `remedy` below it. An unmet
 * requirement, a return or a breach is never a problem: those are outcomes and travel as values.
 */
export class HandoffProblem extends Error {
	override readonly name = 'HandoffProblem';

	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
	}
}
