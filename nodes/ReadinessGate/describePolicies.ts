import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { findContradictions } from '../domain/policy/contradictions';
import { describePolicy } from '../domain/policy/describePolicy';
import type { CompiledPolicy } from '../domain/readiness/compilePolicy';
import { policyReader } from './parameters';
import { writeCard } from './writeCard';

/** Writes each policy that the items ask for as one card. */
export function describePolicies(context: IExecuteFunctions): INodeExecutionData[][] {
	const readPolicy = policyReader(context);
	const firstItems = new Map<CompiledPolicy, number>();
	for (const itemIndex of context.getInputData().keys()) {
		const compiled = readPolicy(itemIndex);
		if (!firstItems.has(compiled)) firstItems.set(compiled, itemIndex);
	}
	const cards = [...firstItems].map(([{ policy, digest }, item]) => {
		const { id, name, version } = policy;
		const warnings = findContradictions(policy);
		const json = { policy: { id, name, version, digest }, warnings };
		return { json: { ...json, ...writeCard(describePolicy(policy)) }, pairedItem: { item } };
	});
	return [cards];
}
