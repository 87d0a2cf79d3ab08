import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { writeRow, type LedgerStep } from '../../nodes/domain/ledger/writeRow';
import { positionOf } from '../../nodes/domain/life/position';
import { standingOf } from '../../nodes/domain/life/standing';
import { ReadinessGate } from '../../nodes/ReadinessGate/ReadinessGate.node';
import { tableStore } from '../../nodes/shared/ledger/tableStore';
import { fakeDataTables } from './fakeDataTables';
import { runNode, type Given } from './runWorkflow';

export const LANES = ['Ready', 'Not Ready', 'Accepted', 'Nothing New'] as const;
export type Lane = (typeof LANES)[number];

export interface Looked {
	/** What left by each output. */
	lanes: Record<Lane, IDataObject[]>;
	/** The only handoff that left by this output. */
	handoff(lane: Lane): Handoff;
	error: { message: string; description?: string | null } | undefined;
	/** What the editor says below the output. */
	hints: string[];
}

/** A gate that keeps the ledger in Data Tables in memory, and what others write into them. */
export function gateWithLedger(policy: object) {
	const tables = fakeDataTables();
	const store = tableStore(
		{
			getExecutionId: () => 'somebody-else',
			getWorkflow: () => ({ id: 'test', name: 'test', active: true }),
			executeWorkflow: async ({ code }, items = []) => {
				if (code === undefined) throw new Error('no inner workflow');
				const answered = tables.run(code, items).map((json) => ({ json }));
				return await Promise.resolve({ executionId: 'inner', data: [answered] });
			},
		},
		{ name: '', test: false },
	);
	let executions = 0;
	const look = async (
		items: IDataObject[],
		{ parameters = {}, ...more }: Partial<Given> = {},
	): Promise<Looked> => {
		const run = await runNode({
			node: new ReadinessGate(),
			parameters: {
				...{ operation: 'checkReadiness', policyFrom: 'json', keepLedger: 'here' },
				policy: JSON.stringify(policy),
				...parameters,
			} satisfies INodeParameters,
			items,
			...more,
			host: { mode: 'trigger', executionId: `${(executions += 1)}`, tables, ...more.host },
		});
		const [ready, notReady, accepted, nothingNew] = [0, 1, 2, 3].map((lane) => run.records(lane));
		const lanes = {
			Ready: ready ?? [],
			'Not Ready': notReady ?? [],
			Accepted: accepted ?? [],
			'Nothing New': nothingNew ?? [],
		};
		const handoff = (lane: Lane) => handoffSchema.parse(lanes[lane][0]?.handoff);
		const [task] =
			run.run.data.resultData.runData[new ReadinessGate().description.displayName] ?? [];
		const hints = (task?.hints ?? []).map(({ message }) => message);
		return { lanes, handoff, error: run.error, hints };
	};
	/** Writes a step of a handoff as another node does: its row, then where the handoff stands. */
	const note = async (handoff: Handoff, step: LedgerStep): Promise<void> => {
		const row = writeRow(handoff, step);
		const rows = [...(await store.rows([handoff.id])), row];
		await store.write({ rows: [row], positions: [positionOf(standingOf(rows, handoff.id))] });
	};
	const types = () => tables.table('handoff_ledger').rows.map(({ type }) => type);
	return { tables, store, look, note, types };
}

/** How many records left by each output. */
export const counts = ({ lanes }: Looked): number[] => LANES.map((lane) => lanes[lane].length);
