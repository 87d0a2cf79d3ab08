/** Something that should hold in this release of n8n and does not. */
export class CheckFailed extends Error {}

/** @throws CheckFailed that says what was seen in the place of what should hold */
export function check(holds: boolean, what: string, seen: unknown): void {
	if (!holds) throw new CheckFailed(`${what}, but: ${JSON.stringify(seen) ?? 'nothing'}`);
}
