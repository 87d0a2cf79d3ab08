import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { findContradictions } from '../../domain/policy/contradictions';
import { describePolicy } from '../../domain/policy/describePolicy';
import type { CompiledPolicy } from '../../domain/readiness/compilePolicy';
import { watchFields, type FieldWatch } from '../../domain/readiness/watchFields';
import type { ListedOperation } from '../../shared/operations';
import { policyReader } from '../parameters';
import { writeCard } from '../writeCard';

export const describePolicyOperation = {
	value: 'describePolicy',
	name: 'Describe Policy',
	action: 'Describe a policy',
	description: 'Write the policy as a card that both teams can read',
	subtitle: 'describe',
	outputs: ['Card'],
	run: async (context) => [cardsOf(context)],
} as const satisfies ListedOperation;

/**
 * Writes each policy that the items ask for as one card. Items that hold fields of the policy are
 * taken for samples of its records: then a field that none of them holds is told.
 */
function cardsOf(context: IExecuteFunctions): INodeExecutionData[] {
	const readPolicy = policyReader(context);
	const asked = new Map<CompiledPolicy, { item: number; watch: FieldWatch }>();
	for (const [item, { json }] of context.getInputData().entries()) {
		const compiled = readPolicy(item);
		const { watch } = asked.get(compiled) ?? { watch: watchFields(compiled) };
		watch.look(json);
		if (!asked.has(compiled)) asked.set(compiled, { item, watch });
	}
	return [...asked].map(([{ policy, digest }, { item, watch }]) => {
		const { id, name, version } = policy;
		const absent = watch.hasSeenAny() ? watch.absent() : [];
		const warnings = [...findContradictions(policy), ...absent];
		const json = { policy: { id, name, version, digest }, warnings };
		return {
			json: { ...json, ...writeCard(describePolicy(policy, absent)) },
			pairedItem: { item },
		};
	});
}
