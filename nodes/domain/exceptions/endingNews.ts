import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { EndingNotice } from '../handoff/exception';
import { ballHolder } from '../handoff/turns';
import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { readRows } from '../ledger/readRows';
import { rowsByHandoff } from '../ledger/rowsByHandoff';
import { writeRow } from '../ledger/writeRow';
import { exceptionsIn } from '../life/exceptions';
import { standingOf, type Standing } from '../life/standing';
import { waiverEnd } from '../life/waiverEnd';
import { renderMessage } from '../message/renderMessage';
import type { Untold } from '../sla/dueNews';
import { exceptionEndingDocument } from './exceptionDocuments';

/** That the sender is to be told that an exception ends soon, with the row and the message. */
export interface EndingNews extends Untold {
	handoff: Handoff;
}

/** The row of a granted exception that says whom to tell before it ends, and when. */
interface Granted {
	row: LedgerEventOf<'requirement.waived'>;
	requirementId: string;
	expiresAt: string;
	notice: EndingNotice;
}

/**
 * Whose exceptions may end soon: a first look over every row `requirement.waived` of a ledger, before
 * the other rows of those handoffs are read.
 */
export const mayEndSoon = (grants: readonly unknown[], now: Instant): string[] => [
	...new Set(grantsIn(grants, now).map(({ row }) => row.handoffId)),
];

/**
 * What is to be told now about exceptions of these handoffs that end soon, each once. Nothing of one
 * that was taken back, replaced or is over, while somebody asks for a longer one, or when nothing more
 * is to be done about the handoff.
 *
 * @param rows all rows of these handoffs as a store gives them back, in any order
 */
export function endingNews(rows: readonly unknown[], now: Instant): EndingNews[] {
	return [...rowsByHandoff(rows)].flatMap(([handoffId, own]) => {
		const granted = grantsIn(own, now);
		if (granted.length === 0) return [];
		const standing = standingOf(own, handoffId);
		if (standing.step === 'done' || standing.step === 'withdrawn') return [];
		return exceptionsIn(own, handoffId).flatMap(({ requirementId, waiver, told, asked }) => {
			if (waiver === undefined || told || asked !== undefined) return [];
			const grant = granted
				.filter((one) => one.requirementId === requirementId)
				.filter(({ expiresAt }) => expiresAt === waiver.expiresAt)
				.at(-1);
			return grant === undefined ? [] : [newsOf(grant, standing, now)];
		});
	});
}

/** Those whose sender is to be told by now, and that have not ended; oldest first. */
const grantsIn = (rows: readonly unknown[], now: Instant): Granted[] =>
	readRows(rows)
		.rows.filter(isGrant)
		.flatMap((row) => {
			const { requirementId, expiresAt, notice } = openData(row);
			if (requirementId === undefined || expiresAt === undefined || notice === undefined) return [];
			const isDue = Date.parse(notice.at) <= now && (waiverEnd(expiresAt) ?? 0) > now;
			return isDue ? [{ row, requirementId, expiresAt, notice }] : [];
		})
		.sort((one, other) => one.row.at - other.row.at);

const isGrant = (event: LedgerEvent): event is Granted['row'] =>
	event.type === 'requirement.waived';

function newsOf(granted: Granted, standing: Standing, now: Instant): EndingNews {
	const { row, requirementId, expiresAt, notice } = granted;
	const handoff = restore(granted, standing);
	const document = exceptionEndingDocument(notice, { expiresAt, recordUrl: row.recordUrl });
	return {
		claim: `${row.handoffId}:exception:${requirementId}:${expiresAt}`,
		handoffId: row.handoffId,
		handoff: {
			...handoff,
			event: writeRow(handoff, {
				type: 'waiver.ending',
				at: now,
				discriminator: `${requirementId}:${expiresAt}`,
				fields: row.fields,
				data: { requirementId, expiresAt },
			}),
			message: renderMessage(document),
		},
	};
}

/** The envelope of a handoff as far as the row and the message need it, out of the rows alone. */
function restore({ row, notice }: Granted, { attempt, turns, seal }: Standing): Handoff {
	const { sender, language, title } = notice;
	return {
		schema: 1,
		id: row.handoffId,
		attempt: Math.max(row.attempt, attempt),
		record: {
			...{ system: row.recordSystem, type: row.recordType, id: row.recordId },
			...{ title, url: row.recordUrl },
		},
		sender: { team: row.sendingTeam, ...sender, language },
		receiver: { team: row.receivingTeam, people: [] },
		policy: {
			...{ id: row.policyId, name: row.policyId },
			...{ version: row.policyVersion, digest: row.policyDigest },
		},
		ballWith: ballHolder(turns),
		turns,
		agreed: {
			acceptance: { checklist: [], returnReasons: [] },
			...{ sla: {}, calendars: {}, packet: [], fields: [] },
		},
		...(seal === '' ? {} : { seal }),
	};
}
