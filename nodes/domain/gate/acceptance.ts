import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import { decisionSchema, type Decision } from '../handoff/decision';
import type { Finding } from '../handoff/verdict';
import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { readRows } from '../ledger/readRows';
import type { Standing } from '../life/standing';
import { evaluateReadiness } from '../readiness/evaluateReadiness';
import { correctedPacket } from './correctedPacket';
import type { Seen } from './seen';

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
		agreed: {
			...described.agreed,
			packet: correctedPacket(described.agreed.packet, decision?.corrections ?? []),
		},
		...(decision !== undefined && { decision }),
		...(standing.seal !== '' && { seal: standing.seal }),
	};
}

/** Who accepted, when and with what remarks, by the row of the acceptance. */
function decisionIn(rows: readonly unknown[], standing: Standing): Decision | undefined {
	const row = readRows(rows)
		.rows.filter(isAcceptance)
		.find((event) => isOf(event, standing));
	if (row === undefined) return undefined;
	const { by, checklist, comment, corrections } = openData(row);
	return decisionSchema.safeParse({
		kind: 'accepted',
		by: { name: by ?? row.actor, email: row.actor, proof: row.proof },
		at: standing.since,
		checklist: checklist ?? [],
		reasons: row.reasons,
		comment,
		corrections,
		minutes: { sender: row.senderMinutes, receiver: row.receiverMinutes },
	}).data;
}

type Acceptance = LedgerEventOf<'handoff.accepted'>;

const isAcceptance = (event: LedgerEvent): event is Acceptance => event.type === 'handoff.accepted';

const isOf = ({ handoffId, attempt, at }: Acceptance, standing: Standing): boolean =>
	handoffId === standing.handoffId &&
	attempt === standing.attempt &&
	at === Date.parse(standing.since);

/** What the record lacks and somebody let pass. */
export function waivedFindings({ judging }: Seen, now: Instant): Finding[] {
	if (judging === undefined) return [];
	const { findings } = evaluateReadiness(judging.compiled, judging.record, { ...judging, now });
	return findings.filter(({ waiver }) => waiver !== undefined);
}
