import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Handoff } from '../domain/envelope';
import type { Instant } from '../domain/instant';
import { readEarlierAttempt } from '../domain/ledger/earlierAttempt';
import { evaluateReadiness } from '../domain/readiness/evaluateReadiness';
import { handoffIdOf } from '../domain/readiness/handoffId';
import { openHandoff } from '../domain/readiness/openHandoff';
import { policyReader, readEarlierRows, readMode, readWaivers, recordReader } from './parameters';

/** Judges the record of an item and opens its handoff. */
export type CheckItem = (item: INodeExecutionData, itemIndex: number) => Handoff;

/** Prepares the gate for the items of one execution, all judged as of one moment. */
export function prepareCheck(context: IExecuteFunctions, now: Instant): CheckItem {
	const readPolicy = policyReader(context);
	const readRecord = recordReader(context);
	return (item, itemIndex) => {
		const compiled = readPolicy(itemIndex);
		const record = readRecord(item, itemIndex);
		const rows = readEarlierRows(context, itemIndex);
		const previous = readEarlierAttempt(rows, handoffIdOf(compiled, record));
		const verdict = evaluateReadiness(compiled, record, {
			now,
			mode: readMode(context, itemIndex),
			waivers: readWaivers(context, itemIndex),
			previous,
		});
		return openHandoff({ compiled, record, verdict, previous, now });
	};
}
