import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';
import { HandoffAccept } from '../../nodes/HandoffAccept/HandoffAccept.node';
import { HandoffFix } from '../../nodes/HandoffFix/HandoffFix.node';
import { HandoffInsights } from '../../nodes/HandoffInsights/HandoffInsights.node';
import { examplePolicy } from '../../nodes/ReadinessGate/examplePolicy';
import { HandoffLedger } from '../../nodes/HandoffLedger/HandoffLedger.node';
import { ReadinessGate } from '../../nodes/ReadinessGate/ReadinessGate.node';
import { SlaTimer } from '../../nodes/SlaTimer/SlaTimer.node';
import { fortnightRows } from '../domain/insights/handoffRows';
import { officeIn } from '../domain/time/calendars';
import { readyHandoff } from '../support/handoffs';
import { runNode, type Given } from '../support/runWorkflow';
import { strangersIn, type Shape } from '../support/strangersIn';

const NODES = join(__dirname, '..', '..', 'nodes');
const folderOf = (node: string) => join(NODES, node, '__schema__', 'v1.0.0');

const schemaOf = (node: string, operation: string): Shape =>
	JSON.parse(readFileSync(join(folderOf(node), `${operation}.json`), 'utf8'));

/** What the node itself gave, without the record around it. */
const ownPart = (record: IDataObject): IDataObject =>
	record.handoff === undefined ? record : { handoff: record.handoff };

/** Runs a node and says what its schema does not know of what came out. */
async function strangersOf(given: Given, operation: string): Promise<string[]> {
	const name = given.node.constructor.name;
	const run = await runNode(given);
	expect(run.error).toBeUndefined();
	const records = [...run.records(0), ...run.records(1), ...run.records(2), ...run.records(3)];
	expect(records.length).toBeGreaterThan(0);
	const schema = schemaOf(name, operation);
	return records.flatMap((record) => strangersIn(ownPart(record), schema));
}

describe('the output schemas', () => {
	it.each<[INodeType]>([
		[new HandoffAccept()],
		[new HandoffFix()],
		[new HandoffInsights()],
		[new HandoffLedger()],
		[new ReadinessGate()],
		[new SlaTimer()],
	])('are there for each operation, in a form that the editor takes', (node) => {
		const { default: chosen, options = [] } = node.description.properties.find(
			({ name }: INodeProperties) => name === 'operation',
		) ?? { default: '' };
		const values = options.map((option) => ('value' in option ? option.value : ''));
		const operations = values.length === 0 ? [chosen] : values;

		expect(readdirSync(folderOf(node.constructor.name)).sort()).toEqual(
			operations.map((operation) => `${String(operation)}.json`).sort(),
		);
		for (const operation of operations) {
			const { type, properties } = schemaOf(node.constructor.name, String(operation));
			expect({ type, empty: Object.keys(properties ?? {}).length === 0 }).toEqual({
				type: 'object',
				empty: false,
			});
		}
	});
});

describe('the output schema of Readiness Gate', () => {
	const items: IDataObject[] = [{ id: 1, name: 'Acme', amount: 0, kickOff: '2999-01-01' }];

	it.each(['checkReadiness', 'backtestPolicy', 'describePolicy'])(
		'knows all that %s gives',
		async (operation) => {
			const policy = JSON.stringify(examplePolicy);
			const parameters = { operation, policyFrom: 'json', policy, keepLedger: 'nowhere' };

			expect(
				await strangersOf({ node: new ReadinessGate(), parameters, items }, operation),
			).toEqual([]);
		},
	);
});

describe('the output schema of SLA Timer', () => {
	const MONDAY_FOUR = '2026-03-02T16:00:00+01:00';
	const calendars = { receiver: officeIn('Europe/Berlin'), sender: officeIn('Europe/Berlin') };
	const sla = { accept: { minutes: 240, milestones: [50, '+8h'], escalateTo: [] } };
	const timed = readyHandoff();
	const handoff = { ...timed, agreed: { ...timed.agreed, calendars, sla } };

	const run = (parameters: INodeParameters, item: IDataObject) =>
		runNode({
			node: new SlaTimer(),
			parameters: { at: MONDAY_FOUR, ...parameters },
			items: [item],
		});

	it.each`
		operation        | at                             | parameters
		${'startClock'}  | ${MONDAY_FOUR}                 | ${{}}
		${'checkClock'}  | ${'2026-03-04T10:00:00+01:00'} | ${{}}
		${'passTheBall'} | ${'2026-03-02T16:30:00+01:00'} | ${{ to: 'sender' }}
		${'stopClock'}   | ${'2026-03-02T16:30:00+01:00'} | ${{}}
	`('knows all that $operation gives', async ({ operation, at, parameters }) => {
		const [started] = (await run({ operation: 'startClock' }, { handoff: { ...handoff } })).records(
			0,
		);
		const items = [operation === 'startClock' ? { handoff: { ...handoff } } : (started ?? {})];
		const given = { node: new SlaTimer(), parameters: { operation, at, ...parameters }, items };

		expect(await strangersOf(given, operation)).toEqual([]);
	});
});

describe('the output schema of Handoff Insights', () => {
	const items = fortnightRows().map((row, index): IDataObject => ({ id: index + 1, ...row }));
	const handoffId = fortnightRows()[0]?.handoffId ?? '';
	const policies = JSON.stringify([{ ...examplePolicy, id: 'kick-off' }]);
	const handoffSealApi = { secretKey: 'k'.repeat(32), previousSecretKey: '' };

	it.each`
		operation             | parameters
		${'report'}           | ${{ policies, options: { namePeople: true } }}
		${'report'}           | ${{}}
		${'listOpen'}         | ${{ policies, options: { namePeople: true } }}
		${'describeTimeline'} | ${{ handoffId, options: { namePeople: true } }}
		${'verifyLedger'}     | ${{}}
	`('knows all that $operation gives', async ({ operation, parameters }) => {
		const given = {
			node: new HandoffInsights(),
			parameters: { operation, timezone: 'UTC', keepLedger: 'nowhere', ...parameters },
			items,
			credentials: { handoffSealApi },
		};

		expect(await strangersOf(given, operation)).toEqual([]);
	});
});
