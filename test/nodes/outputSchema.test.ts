import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { examplePolicy } from '../../nodes/ReadinessGate/examplePolicy';
import { ReadinessGate } from '../../nodes/ReadinessGate/ReadinessGate.node';
import backtestSchema from '../../nodes/ReadinessGate/__schema__/v1.0.0/backtestPolicy.json';
import checkSchema from '../../nodes/ReadinessGate/__schema__/v1.0.0/checkReadiness.json';
import describeSchema from '../../nodes/ReadinessGate/__schema__/v1.0.0/describePolicy.json';
import { runNode } from '../support/runWorkflow';

interface Shape {
	type?: string;
	properties?: Record<string, Shape | undefined>;
	items?: Shape;
}

/** The places of a value that the schema does not know, or knows as something else. */
function strangersIn(value: unknown, shape: Shape | undefined, place = ''): string[] {
	if (shape === undefined) return [place];
	if (Array.isArray(value)) {
		if (shape.type !== 'array') return [place];
		const { items } = shape;
		return items === undefined ? [] : value.flatMap((one) => strangersIn(one, items, `${place}[]`));
	}
	if (typeof value !== 'object' || value === null) {
		const fits =
			shape.type === typeof value || (shape.type === 'integer' && Number.isInteger(value));
		return fits ? [] : [place];
	}
	const { properties } = shape;
	if (shape.type !== 'object') return [place];
	if (properties === undefined) return [];
	return Object.entries(value).flatMap(([key, member]) =>
		strangersIn(member, properties[key], `${place}.${key}`),
	);
}

const ITEMS: IDataObject[] = [{ id: 1, name: 'Acme', amount: 0, kickOff: '2999-01-01' }];

describe('the output schema of Readiness Gate', () => {
	it.each<[operation: string, schema: Shape, keep: string[]]>([
		['checkReadiness', checkSchema, ['handoff']],
		['backtestPolicy', backtestSchema, []],
		['describePolicy', describeSchema, []],
	])('knows all that %s gives', async (operation, schema, keep) => {
		const parameters: INodeParameters = {
			operation,
			policyFrom: 'json',
			policy: JSON.stringify(examplePolicy),
		};
		const run = await runNode({ node: new ReadinessGate(), parameters, items: ITEMS });
		const [record] = [...run.records(0), ...run.records(1)];
		const given = Object.entries(record ?? {}).filter(
			([key]) => keep.length === 0 || keep.includes(key),
		);

		expect(given.length).toBeGreaterThan(0);
		expect(strangersIn(Object.fromEntries(given), schema)).toEqual([]);
	});
});
