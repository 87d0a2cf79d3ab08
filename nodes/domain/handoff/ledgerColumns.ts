import { z } from 'zod';

/**
 * The columns of one flat, typed row, for every store. Column names are stable; lists and objects
 * travel as JSON text.
 */
export const ledgerColumnsSchema = z.object({
	/** Deterministic: the same step gives the same id, so that a retry upserts and never doubles. */
	eventId: z.string(),
	type: z.string(),
	at: z.string(),
	handoffId: z.string(),
	attempt: z.number().int().positive(),
	policyId: z.string(),
	policyVersion: z.string(),
	policyDigest: z.string(),
	sendingTeam: z.string(),
	receivingTeam: z.string(),
	recordSystem: z.string(),
	recordType: z.string(),
	recordId: z.string(),
	recordUrl: z.string(),
	actor: z.string(),
	proof: z.string(),
	fields: z.string(),
	reasons: z.string(),
	senderMinutes: z.number(),
	receiverMinutes: z.number(),
	data: z.string(),
	previousSeal: z.string(),
	seal: z.string(),
});
export type LedgerColumn = keyof z.infer<typeof ledgerColumnsSchema>;

/** The columns of a ledger row, in their order. */
export const LEDGER_COLUMNS: ReadonlyArray<LedgerColumn> = ledgerColumnsSchema.keyof().options;

export const isNumberColumn = (column: LedgerColumn): boolean =>
	ledgerColumnsSchema.shape[column] instanceof z.ZodNumber;
