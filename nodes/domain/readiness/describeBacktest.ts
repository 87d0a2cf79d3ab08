import type { MessageBlock, MessageDocument } from '../message/document';
import type { BacktestReport, Gap } from './startBacktest';

const MOST_GAPS = 20;

/** Writes the result of a backtest for people: how many would have passed, and what held the rest. */
export function describeBacktest(report: BacktestReport): MessageDocument {
	const { policy, records, ready, readyPercent, gaps, warnings } = report;
	return {
		kind: 'alert',
		to: [],
		subject: `${policy.name}, version ${policy.version}: ${ready} of ${records} records would have passed`,
		blocks: [
			{
				kind: 'facts',
				facts: [
					{ label: 'Records', value: String(records) },
					{ label: 'Would have passed', value: `${ready} (${readyPercent} %)` },
				],
			},
			...section('Look at the policy', warnings),
			...section('What held the others back', gaps.slice(0, MOST_GAPS).map(formatGap)),
		],
	};
}

const section = (heading: string, texts: readonly string[]): MessageBlock[] =>
	texts.length === 0
		? []
		: [
				{ kind: 'heading', text: heading },
				{ kind: 'list', entries: texts.map((text) => ({ text })) },
			];

const formatGap = ({ label, severity, unmet, unmetPercent, alone }: Gap): string =>
	severity === 'warning'
		? `${label}: not met by ${unmet} (${unmetPercent} %), only a warning`
		: `${label}: not met by ${unmet} (${unmetPercent} %), the only blocker of ${alone}`;
