import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { answerStep } from '../domain/gate/answer';
import type { Handoff } from '../domain/handoff/envelope';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { standingOf } from '../domain/life/standing';
import { evaluateReadiness, letsPass } from '../domain/readiness/evaluateReadiness';
import { handoffIdOf } from '../domain/readiness/handoffId';
import { openHandoff } from '../domain/readiness/openHandoff';
import { routeItems } from '../shared/routeItems';
import { judgingReader } from './judgingReader';
import { earlierRowsReader, readAddAnswer } from './parameters';
import { answerAgent } from './toolAnswer';

/** Where a record goes when nothing is remembered of it. */
export const VERDICT_OUTPUTS = ['Ready', 'Not Ready'] as const;

interface Alone {
	now: Instant;
	/** Seals the row; undefined when rows are not sealed. */
	key: string | undefined;
	/** Whether an AI agent asks. */
	asked: boolean;
}

/** Sends each record the way of its verdict. The row leaves with the item. */
export function checkAlone(
	context: IExecuteFunctions,
	{ now, key, asked }: Alone,
): INodeExecutionData[][] {
	const check = prepareCheck(context, now);
	const answers = readAddAnswer(context);
	return routeItems(context, { outputs: VERDICT_OUTPUTS, closed: 'Not Ready' }, (item, index) => {
		const handoff = sealHandoff(check(item, index), key);
		// An agent hears the first output only.
		if (asked) return { output: 'Ready', json: answerAgent(handoff) };
		const passes = handoff.verdict !== undefined && letsPass(handoff.verdict);
		const lane = passes ? 'Ready' : 'Not Ready';
		const told = answers ? { answer: answerStep({ lane, handoff }) } : {};
		return { output: lane, json: { ...item.json, handoff: { ...handoff, ...told } } };
	});
}

/** Prepares the gate for the items of one execution, all judged as of one moment. */
function prepareCheck(context: IExecuteFunctions, now: Instant) {
	const readJudging = judgingReader(context);
	const readRows = earlierRowsReader(context);
	return (item: INodeExecutionData, itemIndex: number): Handoff => {
		const judging = readJudging(item, itemIndex);
		const { compiled, record } = judging;
		const rows = readRows(itemIndex);
		const previous =
			rows.length === 0 ? undefined : standingOf(rows, handoffIdOf(compiled, record));
		const verdict = evaluateReadiness(compiled, record, { ...judging, now, previous });
		return openHandoff({ compiled, record, verdict, previous, now });
	};
}
