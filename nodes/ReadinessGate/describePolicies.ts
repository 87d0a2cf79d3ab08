import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { findContradictions } from '../domain/policy/contradictions';
import { describePolicy } from '../domain/policy/describePolicy';
import type { CompiledPolicy } from '../domain/readiness/compilePolicy';
import { watchFields, type FieldWatch } from '../domain/readiness/watchFields';
import { policyReader } from './parameters';
import { writeCard } from './writeCard';

/**
 * Writes each policy that the items ask for as one card. Items that hold fields of the policy are
 * taken for samples of its records: then a field that none of them holds is told.
 */
export function describePolicies(context: IExecuteFunctions): INodeExecutionData[][] {
	const readPolicy = policyReader(context);
	const asked = new Map<CompiledPolicy, { item: number; watch: FieldWatch }>();
	for (const [item, { json }] of context.getInputData().entries()) {
		const compiled = readPolicy(item);
		const { watch } = asked.get(compiled) ?? { watch: watchFields(compiled) };
		watch.look(json);
		if (!asked.has(compiled)) asked.set(compiled, { item, watch });
	}
	const cards = [...asked].map(([{ policy, digest }, { item, watch }]) => {
		const { id, name, version } = policy;
		const absent = watch.hasSeenAny() ? watch.absent() : [];
		const warnings = [...findContradictions(policy), ...absent];
		const json = { policy: { id, name, version, digest }, warnings };
		return {
			json: { ...json, ...writeCard(describePolicy(policy, absent)) },
			pairedItem: { item },
		};
	});
	return [cards];
}
