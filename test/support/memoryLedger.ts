import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { claimSchema } from '../../nodes/domain/life/claims';
import { positionSchema } from '../../nodes/domain/life/position';
import { ledgerRowSchema, type LedgerRow } from '../../nodes/domain/handoff/row';

const callSchema = z.object({
	call: z.string(),
	handoffIds: z.array(z.string()).default([]),
	claims: z.array(claimSchema).default([]),
	rows: z.array(ledgerRowSchema).default([]),
	positions: z.array(positionSchema).default([]),
});

/** A workflow of somebody's own that keeps the ledger, in memory. */
export interface MemoryLedger {
	/** Answers one call, as that workflow does. */
	answer(item: IDataObject): IDataObject[];
	rows(): LedgerRow[];
	positions: Map<string, IDataObject>;
	/** What it says instead of writing; undefined when it writes. */
	refuses: string | undefined;
	/** Each write as it comes in. */
	onWrite: (types: string[]) => void;
}

export function memoryLedger(): MemoryLedger {
	const rows = new Map<string, LedgerRow>();
	const claims: IDataObject[] = [];
	const ledger: MemoryLedger = {
		positions: new Map(),
		refuses: undefined,
		onWrite: () => undefined,
		rows: () => [...rows.values()],
		answer: (item) => {
			const asked = callSchema.parse(item);
			const keys = asked.claims.map(({ claim }) => claim);
			switch (asked.call) {
				case 'rows':
					return [...rows.values()].filter(({ handoffId }) => asked.handoffIds.includes(handoffId));
				case 'positions':
					return asked.handoffIds.flatMap((id) => {
						const position = ledger.positions.get(id);
						return position === undefined ? [] : [position];
					});
				case 'claim':
					for (const claim of asked.claims) {
						const createdAt = new Date().toISOString();
						claims.push({ ...claim, id: claims.length + 1, createdAt });
					}
					return claims.filter(({ claim }) => keys.includes(String(claim)));
				case 'write':
					if (ledger.refuses !== undefined) throw new Error(ledger.refuses);
					ledger.onWrite(asked.rows.map(({ type }) => type));
					for (const row of asked.rows) if (!rows.has(row.eventId)) rows.set(row.eventId, row);
					for (const position of asked.positions) {
						ledger.positions.set(position.handoffId, position);
					}
					return [{ done: true }];
				case 'remove':
					for (const [id, { handoffId }] of rows) {
						if (asked.handoffIds.includes(handoffId)) rows.delete(id);
					}
					claims.splice(
						0,
						claims.length,
						...claims.filter(({ handoffId }) => !asked.handoffIds.includes(String(handoffId))),
					);
					return [];
				default:
					throw new Error(`nobody asks for ${asked.call} here`);
			}
		},
	};
	return ledger;
}
