import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Handoff } from '../../domain/handoff/envelope';
import type { Instant } from '../../domain/base/instant';
import { standingOf } from '../../domain/life/standing';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import { evaluateReadiness, letsPass } from '../../domain/readiness/evaluateReadiness';
import { handoffIdOf } from '../../domain/readiness/handoffId';
import { openHandoff } from '../../domain/readiness/openHandoff';
import type { ListedOperation } from '../../shared/operations';
import { routeItems } from '../../shared/routeItems';
import { readSealKey } from '../../shared/sealKeys';
import { answerAgent, isAskedByAgent } from '../toolAnswer';
import {
	earlierRowsReader,
	modeReader,
	policyReader,
	recordReader,
	valueReader,
} from '../parameters';

const OUTPUTS = ['Ready', 'Not Ready'] as const;

export const checkReadiness = {
	value: 'checkReadiness',
	name: 'Check Readiness',
	action: 'Check the readiness of a record',
	description: 'Let through what is ready, and say of the rest what is missing',
	subtitle:
		'={{ $parameter["mode"] + ($parameter["policyFrom"] === "form" ? ": " + $parameter["policyId"] : "") }}',
	outputs: OUTPUTS,
	run: checkRecords,
} as const satisfies ListedOperation;

/** Judges each record and sends it the way of its verdict, with its handoff. */
async function checkRecords(
	context: IExecuteFunctions,
	now: Instant,
): Promise<INodeExecutionData[][]> {
	const check = prepareCheck(context, now);
	const key = await readSealKey(context);
	const asked = isAskedByAgent(context);
	return routeItems(context, { outputs: OUTPUTS, closed: 'Not Ready' }, (item, itemIndex) => {
		const handoff = sealHandoff(check(item, itemIndex), key);
		// An agent hears the first output only.
		if (asked) return { output: 'Ready', json: answerAgent(handoff) };
		const passes = handoff.verdict !== undefined && letsPass(handoff.verdict);
		return { output: passes ? 'Ready' : 'Not Ready', json: { ...item.json, handoff } };
	});
}

/** Prepares the gate for the items of one execution, all judged as of one moment. */
function prepareCheck(context: IExecuteFunctions, now: Instant) {
	const readPolicy = policyReader(context);
	const readRecord = recordReader(context);
	const readRows = earlierRowsReader(context);
	const readMode = modeReader(context);
	const readWaivers = valueReader(context, 'waivers');
	const readProposals = valueReader(context, 'proposals');
	return (item: INodeExecutionData, itemIndex: number): Handoff => {
		const compiled = readPolicy(itemIndex);
		const record = readRecord(item, itemIndex);
		const rows = readRows(itemIndex);
		const previous =
			rows.length === 0 ? undefined : standingOf(rows, handoffIdOf(compiled, record));
		const verdict = evaluateReadiness(compiled, record, {
			now,
			mode: readMode(itemIndex),
			waivers: readWaivers(itemIndex),
			proposals: readProposals(itemIndex),
			previous,
		});
		return openHandoff({ compiled, record, verdict, previous, now });
	};
}
