import { z } from 'zod';
import { RETRIES } from '../../templates/builder/operations/retryNames';
import { readTemplate } from './templateFolder';

const templateSchema = z.object({
	nodes: z.array(
		z.object({ name: z.string(), type: z.string(), parameters: z.record(z.unknown()) }),
	),
});
const nodesOf = (name: string) =>
	templateSchema
		.parse(JSON.parse(readTemplate(name)))
		.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
const textsOf = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: Object.values(Object(value)).flatMap((member) => textsOf(member));

describe.each([
	['sla-sweep.json', 8],
	['failed-execution.json', 5],
	['retry-crashed.json', 13],
])('%s', (name, most) => {
	it(`can be read at a glance: ${most} nodes, no Data Table, short expressions`, () => {
		const nodes = nodesOf(name);
		const long = nodes.flatMap(({ parameters }) =>
			textsOf(parameters).filter((text) => text.startsWith('=') && text.length > 200),
		);

		expect(nodes.length).toBeLessThanOrEqual(most);
		expect(nodes.map(({ type }) => type)).not.toContain('n8n-nodes-base.dataTable');
		expect(long).toEqual([]);
	});
});

describe('what the retries do about an execution that n8n gave up', () => {
	const switchSchema = z.object({
		rules: z.object({
			values: z.array(
				z.object({
					outputKey: z.string(),
					conditions: z.object({ conditions: z.array(z.object({ leftValue: z.string() })) }),
				}),
			),
		}),
	});
	const { parameters } =
		nodesOf('retry-crashed.json').find(({ name }) => name === RETRIES.which) ?? {};
	const { rules } = switchSchema.parse(parameters);

	interface Listed {
		id: string;
		retryOf: string | null;
	}
	/** The first case that fits, as the Switch node sorts; undefined for none of them. */
	function sort(one: object, lists: { newest?: Listed[]; crashed?: Listed[] } = {}) {
		const data = new Map([
			[String(RETRIES.newest), lists.newest ?? []],
			[String(RETRIES.crashed), lists.crashed ?? []],
		]);
		const item = (name: string) => ({ first: () => ({ json: { data: data.get(name) } }) });
		const fits = (expression: string): unknown =>
			new Function('$json', '$', '$workflow', `return ${expression.slice(3, -2)}`)(one, item, {
				id: 'retries',
			});
		return rules.values.find(({ conditions }) => fits(conditions.conditions[0]?.leftValue ?? ''))
			?.outputKey;
	}
	const handoff = {
		id: '7',
		workflowId: 'flow',
		workflowData: { nodes: [{ type: 'n8n-nodes-handoff.handoffAccept' }] },
	};
	const chainOf = (...ids: string[]) =>
		ids.map((id, place) => ({ id, retryOf: ids[place + 1] ?? null }));

	it('retries those of handoff flows, and its own', () => {
		const inner = { workflowData: { nodes: [{ type: 'n8n-nodes-base.dataTable' }] } };

		expect(sort(handoff)).toBeUndefined();
		expect(sort({ ...inner, id: '7', workflowId: 'retries' })).toBeUndefined();
		expect(sort({ ...inner, id: '7', workflowId: 'flow' })).toBe('No handoff');
	});

	it('tells of one that n8n did not give out, since it may be a handoff', () => {
		expect(sort({ error: 'the database was just restarted' })).toBe('Could not be read');
	});

	it('leaves alone what somebody has retried', () => {
		expect(sort(handoff, { newest: [{ id: '8', retryOf: '7' }] })).toBe('Retried already');
		expect(sort(handoff, { newest: [{ id: '8', retryOf: '6' }] })).toBeUndefined();
	});

	it('retries a retry that crashed, but not for ever', () => {
		expect(sort(handoff, { crashed: chainOf('7', '6', '5') })).toBeUndefined();
		expect(sort(handoff, { crashed: chainOf('7', '6', '5', '4') })).toBe('Retried too often');
	});
});
