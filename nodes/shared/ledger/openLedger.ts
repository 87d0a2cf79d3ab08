import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { HandoffProblem } from '../../domain/base/problem';
import { readParameter, type ParameterContext } from '../readParameter';
import { isTestRun } from './beganInTest';
import { readLedgerName } from './ledgerName';
import type { LedgerStore } from './ledgerStore';
import type { RunContext } from './runInner';
import { tableStore } from './tableStore';
import { workflowStore } from './workflowStore';

export type LedgerContext = RunContext &
	ParameterContext &
	Pick<IExecuteFunctions, 'getInputData' | 'getMode'>;

/**
 * The ledger of a node that is about nothing else.
 *
 * @throws HandoffProblem when it is kept nowhere
 */
export function requireLedger(store: LedgerStore | undefined): LedgerStore {
	if (store !== undefined) return store;
	throw new HandoffProblem(
		'The ledger is kept nowhere',
		'Choose in “Keep Ledger” where it is kept, the same as on the other nodes.',
	);
}

const keepSchema = z.enum(['here', 'workflow', 'nowhere']);

/** A workflow as the editor's list gives it, or its id alone. */
const workflowSchema = z.union([
	z.string(),
	z.object({ value: z.coerce.string() }).transform(({ value }) => value),
]);

/**
 * Opens the ledger as the user chose it in `ledgerProperties`.
 *
 * @param test whether the handoff began in a test run; what is run in the editor always is one
 * @returns undefined when rows are kept nowhere and leave with the item
 * @throws HandoffProblem when a workflow is to keep the ledger and none is chosen, or the ledger has a
 * name that cannot stand before those of tables
 */
export const openLedger = (
	context: LedgerContext,
	{ test = false }: { test?: boolean } = {},
): LedgerStore | undefined => open(context, () => test || isTestRun(context));

/**
 * Opens the ledger for somebody who only looks: also in the editor the real one is meant, unless the
 * user asks for that of test runs.
 *
 * @returns undefined when rows are kept nowhere and come in with the items
 * @throws HandoffProblem as `openLedger` does
 */
export const openLedgerToRead = (context: LedgerContext): LedgerStore | undefined => {
	const parameter = { name: 'testRuns', displayName: 'Test Runs', itemIndex: 0 };
	return open(context, () => readParameter(context, parameter, z.boolean()));
};

function open(context: LedgerContext, isTest: () => boolean): LedgerStore | undefined {
	const keep = readParameter(
		context,
		{ name: 'keepLedger', displayName: 'Keep Ledger', itemIndex: 0 },
		keepSchema,
	);
	if (keep === 'nowhere') return undefined;
	const options = { name: readLedgerName(context), test: isTest() };
	if (keep === 'here') return tableStore(context, options);
	const workflowId = readParameter(
		context,
		{ name: 'ledgerWorkflow', displayName: 'Ledger Workflow', itemIndex: 0 },
		workflowSchema,
	);
	if (workflowId !== '') return workflowStore(context, { workflowId, ...options });
	throw new HandoffProblem(
		'“Ledger Workflow” is not chosen',
		'Choose the workflow that keeps the ledger, or keep it “In Data Tables of This Project”.',
	);
}
