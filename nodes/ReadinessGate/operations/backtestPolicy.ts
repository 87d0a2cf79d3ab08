import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import { startBacktest, type Backtest } from '../../domain/readiness/startBacktest';
import type { CompiledPolicy } from '../../domain/readiness/compilePolicy';
import { describeBacktest } from '../../domain/readiness/describeBacktest';
import type { ListedOperation } from '../../shared/operations';
import { readAsOf, type AsOf } from '../../domain/readiness/asOf';
import { asOfPath, policyReader, recordReader } from '../parameters';
import { writeCard } from '../writeCard';

export const backtestPolicyOperation = {
	value: 'backtestPolicy',
	name: 'Backtest Policy',
	action: 'Backtest a policy',
	description: 'Say how many of many records would have passed, and what held the others back',
	subtitle: 'backtest',
	outputs: ['Report'],
	run: async (context, now) => [reportsOn(context, now)],
} as const satisfies ListedOperation;

/** Holds the policy against all records and gives one report; nothing is let through or held up. */
function reportsOn(context: IExecuteFunctions, now: Instant): INodeExecutionData[] {
	const readPolicy = policyReader(context);
	const readRecord = recordReader(context);
	const path = asOfPath(context);
	const backtests = new Map<CompiledPolicy, { backtest: Backtest; asOf: AsOf }>();
	for (const [itemIndex, item] of context.getInputData().entries()) {
		const compiled = readPolicy(itemIndex);
		const known = backtests.get(compiled);
		const { backtest, asOf } = known ?? {
			backtest: startBacktest(compiled),
			asOf: readAsOf(path, compiled),
		};
		if (known === undefined) backtests.set(compiled, { backtest, asOf });
		const record = readRecord(item, itemIndex);
		backtest.add(record, asOf.of(record, now));
	}
	return [...backtests.values()].map(({ backtest, asOf }) => {
		const report = backtest.report(asOf.warnings());
		return { json: { ...report, ...writeCard(describeBacktest(report)) }, pairedItem: { item: 0 } };
	});
}
