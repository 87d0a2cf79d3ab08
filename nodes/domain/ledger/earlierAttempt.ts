import { z } from 'zod';
import { turnSchema, type Turn } from '../handoff/envelope';
import { newestSeal } from './newestSeal';
import { ledgerEventTypeSchema, type LedgerEventType } from '../handoff/row';

/** Where a handoff stood when its last row was written: what a new attempt goes on from. */
export interface EarlierAttempt {
	attempt: number;
	/** The last thing that happened to the handoff itself, clocks apart, and when. */
	lastType: LedgerEventType;
	at: string;
	/** Digest of the values judged in that attempt, and the requirements that were open. */
	digest: string;
	open: string[];
	turns: Turn[];
	/** The newest seal, on which the next row follows; empty when rows are not sealed. */
	seal: string;
}

/** Stores give nothing, or null, for a text that is empty. */
const textSchema = z
	.string()
	.nullish()
	.transform((text) => text ?? '');

/** What is read of a stored row. Stores hand numbers back as text and add columns of their own. */
const storedRowSchema = z.object({
	handoffId: z.string().min(1),
	type: ledgerEventTypeSchema,
	at: z.string().datetime({ offset: true }),
	attempt: z.coerce.number().int().positive(),
	data: z.string().default('{}'),
	seal: textSchema,
	previousSeal: textSchema,
});
type StoredRow = z.infer<typeof storedRowSchema>;

const dataSchema = z.object({
	digest: z.string().default(''),
	open: z.array(z.string()).default([]),
	turns: z.array(turnSchema).default([]),
});
const NO_DATA = dataSchema.parse({});

/**
 * Reads the earlier rows of one handoff and says where it stood.
 *
 * @param rows rows the way a store gives them back, in any order; rows of other handoffs and rows that
 * are not ledger rows are passed over, because a store may hold more than was asked for
 * @returns undefined when the handoff has no readable row yet
 */
export function readEarlierAttempt(
	rows: readonly unknown[],
	handoffId: string,
): EarlierAttempt | undefined {
	const own = rows.flatMap((row) => {
		const read = storedRowSchema.safeParse(row);
		return read.success && read.data.handoffId === handoffId ? [read.data] : [];
	});
	const newest = own.reduce<StoredRow | undefined>(laterOf, undefined);
	const last = own
		.filter((row) => row.type.startsWith('handoff.'))
		.reduce<StoredRow | undefined>(laterOf, undefined);
	if (last === undefined) return undefined;
	const judged = own
		.filter((row) => row.type === 'handoff.evaluated' && row.attempt === last.attempt)
		.reduce<StoredRow | undefined>(laterOf, undefined);
	const { digest, open } = readData(judged);
	return {
		attempt: last.attempt,
		lastType: last.type,
		at: last.at,
		digest,
		open,
		turns: readData(newest).turns,
		seal: newestSeal(inOrder(own)),
	};
}

const laterOf = (latest: StoredRow | undefined, row: StoredRow): StoredRow =>
	latest === undefined || isLater(row, latest) ? row : latest;

const inOrder = (rows: readonly StoredRow[]): StoredRow[] =>
	[...rows].sort((row, other) => Number(isLater(row, other)) - Number(isLater(other, row)));

const isLater = (row: StoredRow, other: StoredRow): boolean =>
	row.attempt === other.attempt
		? Date.parse(row.at) >= Date.parse(other.at)
		: row.attempt > other.attempt;

function readData(row: StoredRow | undefined): z.infer<typeof dataSchema> {
	if (row === undefined) return NO_DATA;
	try {
		return dataSchema.catch(NO_DATA).parse(JSON.parse(row.data));
	} catch {
		return NO_DATA;
	}
}
