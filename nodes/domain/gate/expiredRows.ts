import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import { writeRow } from '../ledger/writeRow';
import { afterRows, exceptionRowsIn } from '../life/exceptionRows';
import { exceptionsIn } from '../life/exceptions';
import { waiverEnd } from '../life/waiverEnd';

/**
 * The row of each exception that ran out before the gate judged: what is over once stays over, and the
 * report need not know what the clock said.
 *
 * @param rows all ledger rows of the handoff as stored
 */
export function expiredRows(handoff: Handoff, rows: readonly unknown[], now: Instant): LedgerRow[] {
	const at = afterRows(exceptionRowsIn(rows, handoff.id), now);
	return exceptionsIn(rows, handoff.id).flatMap(({ requirementId, waiver }) => {
		if (waiver === undefined || (waiverEnd(waiver.expiresAt) ?? Infinity) > now) return [];
		const { expiresAt } = waiver;
		return [
			writeRow(handoff, {
				type: 'waiver.expired',
				at,
				discriminator: `${requirementId}:${expiresAt}`,
				fields: handoff.agreed.fields
					.filter(({ id }) => id === requirementId)
					.map((one) => one.field),
				data: { requirementId, expiresAt },
			}),
		];
	});
}
