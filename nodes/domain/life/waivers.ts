import type { Waiver } from '../handoff/verdict';
import { textOf } from '../ledger/cells';
import { inTime, readOwnRows, type OwnRow } from './lifeRow';

/**
 * The exceptions that the ledger holds for a handoff, the newest for each requirement, without those
 * that were revoked. Whether one counts is for the policy to say.
 *
 * @param rows rows as a store gives them back; those of other handoffs are passed over
 */
export function waiversIn(rows: readonly unknown[], handoffId: string): Waiver[] {
	const waivers = new Map<string, Waiver>();
	for (const row of inTime(readOwnRows(rows, handoffId))) {
		const waiver = waiverOf(row);
		if (row.type === 'requirement.waived') waivers.set(waiver.requirementId, waiver);
		else if (row.type === 'waiver.revoked') waivers.delete(waiver.requirementId);
	}
	return [...waivers.values()];
}

const waiverOf = ({ data, actor }: OwnRow): Waiver => ({
	requirementId: textOf(data.requirementId),
	reason: textOf(data.reason),
	approvedBy: textOf(data.approvedBy) || actor,
	expiresAt: textOf(data.expiresAt),
});
