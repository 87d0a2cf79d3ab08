import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import { startBacktest, type Backtest } from '../../domain/readiness/startBacktest';
import type { CompiledPolicy } from '../../domain/readiness/compilePolicy';
import { describeBacktest } from '../../domain/readiness/describeBacktest';
import type { ListedOperation } from '../../shared/operations';
import { asOfReader, policyReader, recordReader } from '../parameters';
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
	const readAsOf = asOfReader(context);
	const backtests = new Map<CompiledPolicy, Backtest>();
	for (const [itemIndex, item] of context.getInputData().entries()) {
		const compiled = readPolicy(itemIndex);
		const backtest = backtests.get(compiled) ?? startBacktest(compiled);
		backtests.set(compiled, backtest);
		const record = readRecord(item, itemIndex);
		backtest.add(record, readAsOf(record) ?? now);
	}
	return [...backtests.values()].map((backtest) => {
		const report = backtest.report();
		return { json: { ...report, ...writeCard(describeBacktest(report)) }, pairedItem: { item: 0 } };
	});
}
