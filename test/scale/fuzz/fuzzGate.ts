import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { STARTER_POLICIES } from '../../../templates/builder/policies/starters';
import { runNode } from '../../support/runWorkflow';
import { COMPLETE } from '../../templates/starterRecords';
import type { SeededRandom } from '../seededRandom';
import { builtNode } from './built';
import { limitOf, slowAlone, timed, type Part } from './found';
import { mutate } from './mutate';
import { surelyUnmet } from './referenceRules';

const BATCH = 200;
const READY = 0;
const NOT_READY = 1;

const recordSchema = z.custom<IDataObject>((value) => typeof value === 'object' && value !== null);
const caseSchema = z.object({ policy: z.unknown(), records: z.array(recordSchema) });

function draw(random: SeededRandom) {
	const starter = STARTER_POLICIES[Math.floor(random.below(STARTER_POLICIES.length))];
	const complete = COMPLETE[starter?.file ?? ''] ?? {};
	const policy = random.below(1) < 0.5 ? starter?.policy : mutate(random, starter?.policy);
	return { policy, records: Array.from({ length: BATCH }, () => mutate(random, complete)) };
}

async function judge(input: unknown): Promise<string[]> {
	const { policy, records } = caseSchema.parse(input);
	const before = JSON.stringify(records);
	const run = (items: IDataObject[]) =>
		runNode({
			node: builtNode('ReadinessGate'),
			parameters: { policyFrom: 'json', policy: JSON.stringify(policy) ?? 'undefined' },
			items,
		});
	const { result, took, slow } = await timed(() => run(records), limitOf(records.length));
	const wrong = [...slow, ...(await slowAlone(records, took, (record) => run([record])))];
	if (JSON.stringify(records) !== before) wrong.push('changed a record');
	if (result.error !== undefined) {
		if (!result.error.description) wrong.push(`stopped without a remedy: ${result.error.message}`);
		return wrong;
	}
	const judged = result.output(READY).length + result.output(NOT_READY).length;
	if (judged !== records.length) wrong.push(`${judged} of ${records.length} records came out`);
	for (const record of result.records(READY)) {
		const unmet = surelyUnmet(policy, record);
		if (unmet.length > 0) wrong.push(`Ready without ${unmet.join(', ')}`);
	}
	return wrong;
}

/** Policies and records through the built Readiness Gate, in real runs of n8n-core. */
export const GATE: Part = { name: 'gate', share: 0.5, inputs: BATCH, draw, judge };
