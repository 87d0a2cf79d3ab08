import { z } from 'zod';
import { lifeRowsOf, readOwnRows, type LifeRow } from '../life/lifeRow';
import type { Standing } from '../life/standing';

const addressesSchema = z.array(z.string()).catch([]);
const addressSchema = z.object({ email: z.string() });

/** The addresses of those before whom the question was put, and of those who were handed it on. */
export function askedIn(
	rows: readonly unknown[],
	{ handoffId, attempt, round }: Standing,
): string[] {
	const ofQuestion = lifeRowsOf(readOwnRows(rows, handoffId)).filter(
		(row) => row.attempt === attempt && row.round === round,
	);
	return [...new Set(ofQuestion.flatMap(addressesOf))];
}

function addressesOf({ type, data }: LifeRow): string[] {
	if (type === 'handoff.requested') return addressesSchema.parse(data.receivers);
	if (type !== 'handoff.forwarded') return [];
	const to = addressSchema.safeParse(data.to);
	return to.success ? [to.data.email] : [];
}
