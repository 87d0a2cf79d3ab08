import type { Handoff } from '../handoff/envelope';
import { decisionSchema, type Decision } from '../handoff/decision';
import { readRows } from '../ledger/readRows';
import type { Standing } from '../life/standing';

/** The envelope of an acceptance, as whoever sets the work up needs it. */
export function acceptedHandoff(
	described: Handoff,
	{ standing, rows, carried }: { standing: Standing; rows: readonly unknown[]; carried?: Handoff },
): Handoff {
	const known = carried?.attempt === standing.attempt ? carried : undefined;
	const decision = known?.decision ?? decisionIn(rows, standing);
	return {
		...described,
		...(known?.request !== undefined && { request: known.request }),
		...(known?.clock !== undefined && { clock: known.clock }),
		ballWith: 'nobody',
		outcome: 'accepted',
		...(decision !== undefined && { decision }),
		...(standing.seal !== '' && { seal: standing.seal }),
	};
}

/** Who accepted, when and with what remarks, by the row of the acceptance. */
function decisionIn(rows: readonly unknown[], standing: Standing): Decision | undefined {
	const { handoffId, attempt, since } = standing;
	const accepted = readRows(rows).rows.find(
		(row) =>
			row.type === 'handoff.accepted' &&
			row.handoffId === handoffId &&
			row.attempt === attempt &&
			row.at === Date.parse(since),
	);
	if (accepted === undefined) return undefined;
	const { actor, proof, data, reasons } = accepted;
	return decisionSchema.safeParse({
		kind: 'accepted',
		by: { name: data.by ?? actor, email: actor, proof },
		at: since,
		checklist: data.checklist ?? [],
		reasons,
		...(data.comment !== undefined && { comment: data.comment }),
		...(data.corrections !== undefined && { corrections: data.corrections }),
		minutes: { sender: accepted.senderMinutes, receiver: accepted.receiverMinutes },
	}).data;
}
