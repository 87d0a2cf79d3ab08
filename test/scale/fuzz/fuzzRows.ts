import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { fortnightRows } from '../../domain/insights/handoffRows';
import { runNode } from '../../support/runWorkflow';
import type { SeededRandom } from '../seededRandom';
import { builtNode } from './built';
import { limitOf, timed, type Part } from './found';
import { anyHostile, mutate } from './mutate';

const BATCH = 250;
const OPERATIONS = ['report', 'listOpen'] as const;
const reportSchema = z.object({
	rows: z.object({ read: z.number(), counted: z.number(), problems: z.array(z.unknown()) }),
});

const caseSchema = z.object({
	operation: z.enum(OPERATIONS),
	rows: z.array(z.custom<IDataObject>((value) => typeof value === 'object' && value !== null)),
});

function draw(random: SeededRandom) {
	const sound = fortnightRows();
	const rows = Array.from({ length: BATCH }, () => {
		const row = sound[Math.floor(random.below(sound.length))];
		return random.below(1) < 0.02 ? { value: anyHostile(random) } : mutate(random, row);
	});
	return { operation: random.below(1) < 0.5 ? OPERATIONS[0] : OPERATIONS[1], rows };
}

async function judge(input: unknown): Promise<string[]> {
	const { operation, rows } = caseSchema.parse(input);
	const { result, slow } = await timed(
		() =>
			runNode({
				node: builtNode('HandoffInsights'),
				parameters: { operation, keepLedger: 'nowhere', timezone: 'UTC' },
				items: rows,
			}),
		limitOf(rows.length),
	);
	const wrong = [...slow];
	if (result.error) return [...wrong, `stopped: ${result.error.message}`];
	if (operation !== 'report') return wrong;
	const { read, counted, problems } = reportSchema.parse(result.records(0)[0]).rows;
	if (read !== rows.length) wrong.push(`read ${read} rows of ${rows.length}`);
	if (counted < read && problems.length === 0) wrong.push('left out rows without a word');
	return wrong;
}

/** Ledger rows through the built Handoff Insights: broken ones are counted, none ends a report. */
export const ROWS: Part = { name: 'rows', share: 0.15, inputs: BATCH, draw, judge };
