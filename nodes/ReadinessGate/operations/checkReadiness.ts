import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import { isAskedByAgent } from '../../shared/isAskedByAgent';
import { beganInTest } from '../../shared/ledger/beganInTest';
import { claimHolder } from '../../shared/ledger/claimHolder';
import { hintNoLedger } from '../../shared/ledger/hintNoLedger';
import { openLedger } from '../../shared/ledger/openLedger';
import type { ListedOperation } from '../../shared/operations';
import { readSealKey } from '../../shared/sealKeys';
import { readMostAtOnce } from '../parameters';
import { checkAlone, VERDICT_OUTPUTS } from '../checkAlone';
import { requireChosen } from '../requireChosen';
import { checkWithLedger, LEDGER_OUTPUTS } from '../checkWithLedger';

export const checkReadinessOperation = {
	value: 'checkReadiness',
	name: 'Check Readiness',
	action: 'Check the readiness of a record',
	description: 'Let through what is ready, and say of the rest what is missing',
	subtitle:
		'={{ $parameter["mode"] + ($parameter["policyFrom"] === "form" ? ": " + $parameter["policyId"] : "") }}',
	outputs: {
		parameter: 'keepLedger',
		byValue: { here: LEDGER_OUTPUTS, workflow: LEDGER_OUTPUTS, nowhere: VERDICT_OUTPUTS },
	},
	run: checkRecords,
} as const satisfies ListedOperation;

/** Asking must change nothing: when an agent asks, nothing is kept. */
async function checkRecords(
	context: IExecuteFunctions,
	now: Instant,
): Promise<INodeExecutionData[][]> {
	const key = await readSealKey(context);
	if (isAskedByAgent(context)) return checkAlone(context, { now, key, asked: true });
	const test = beganInTest(context);
	const store = openLedger(context, { test });
	if (store === undefined) return checkAlone(context, { now, key, asked: false });
	requireChosen(context);
	const askedBy = claimHolder(context);
	const holder = `${askedBy}:${context.getNode().name}`;
	const keeping = { store, askedBy, holder, now, key, test, mostAtOnce: readMostAtOnce(context) };
	const lanes = await checkWithLedger(context, keeping);
	if (lanes !== undefined) return lanes;
	hintNoLedger(context);
	return checkAlone(context, { now, key, asked: false });
}
