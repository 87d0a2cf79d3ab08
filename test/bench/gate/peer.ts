import { GUIDANCE, type Deal } from './deals';

/** What an engine says about one unmet requirement, complete with label and hint. */
export interface PeerFinding {
	requirementId: string;
	label: string;
	howToFix: string;
	shortfall: string;
}

/** Judges one deal: one finding for each unmet requirement. */
export type Peer = (deal: Deal) => PeerFinding[] | Promise<PeerFinding[]>;

/** Makes findings of what an engine found, one for each requirement. */
export function findingsOf(shortfalls: ReadonlyArray<{ id: string; shortfall: string }>) {
	const findings = new Map<string, PeerFinding>();
	for (const { id, shortfall } of shortfalls) {
		const guidance = GUIDANCE.get(id);
		if (guidance !== undefined && !findings.has(id)) {
			findings.set(id, { requirementId: id, ...guidance, shortfall });
		}
	}
	return [...findings.values()];
}

interface Comparison {
	name: string;
	peer: Peer;
	ours(deal: Deal): ReadonlyArray<{ requirementId: string }>;
}

/** Engines are compared only when they say the same of every deal. */
export async function refuseDisagreement(
	deals: readonly Deal[],
	{ name, peer, ours }: Comparison,
): Promise<void> {
	const idsOf = (findings: ReadonlyArray<{ requirementId: string }>): string =>
		findings
			.map(({ requirementId }) => requirementId)
			.sort()
			.join();
	for (const deal of deals) {
		const [told, theirs] = [idsOf(ours(deal)), idsOf(await peer(deal))];
		if (told !== theirs) throw new Error(`${name} differs on ${deal.id}: ${told} | ${theirs}`);
	}
}
