import { z } from 'zod';
import type { N8nClient } from '../../harness/client';

const LEDGER = 'handoff_ledger';

const rowSchema = z.object({
	recordId: z.string(),
	type: z.string(),
	data: z.string().transform((text) => dataSchema.parse(JSON.parse(text || '{}'))),
});
const dataSchema = z.object({ askedBy: z.string().default('') });

/** One step of a handoff, as the ledger has it. */
export interface Step {
	type: string;
	/** Which execution put the question that it is about; empty when it is about none. */
	askedBy: string;
}

/** The steps of each of these deals, oldest first. */
export async function readSteps(
	client: N8nClient,
	dealIds: readonly string[],
): Promise<Map<string, Step[]>> {
	const steps = new Map(dealIds.map((id) => [id, [] as Step[]]));
	for (const row of await client.readDataTable(LEDGER)) {
		const { recordId, type, data } = rowSchema.parse(row);
		steps.get(recordId)?.push({ type, askedBy: data.askedBy });
	}
	return steps;
}

/** How many different executions have put a question about a deal. */
export const askersIn = (steps: readonly Step[]): number =>
	new Set(steps.filter(({ type }) => type === 'handoff.requested').map(({ askedBy }) => askedBy))
		.size;
