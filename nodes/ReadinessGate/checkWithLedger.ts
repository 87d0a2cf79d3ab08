import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { formatInstant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { answerRest, answerStep, type Answer } from '../domain/gate/answer';
import { carriedBy, readingOf } from '../domain/gate/carried';
import { seeGone, seeRecord, type Seen } from '../domain/gate/seen';
import type { Resting } from '../domain/gate/settle';
import type { Handoff } from '../domain/handoff/envelope';
import { dataObjectSchema } from '../shared/dataObject';
import { toNodeError } from '../shared/nodeErrors';
import { NoDataTables } from '../shared/ledger/tableProblem';
import { routeItems, type Routed } from '../shared/routeItems';
import { judgingReader } from './judgingReader';
import { keepInLedger, type Keeping, type Outcome } from './keepInLedger';
import { readAddAnswer } from './parameters';

/** Where a record goes when the gate keeps the ledger. */
export const LEDGER_OUTPUTS = ['Ready', 'Not Ready', 'Accepted', 'Nothing New'] as const;
type Output = (typeof LEDGER_OUTPUTS)[number];

interface Failed {
	is: 'failed';
	thrown: unknown;
}

/**
 * Sends each record the way of its next step, once that is in the ledger. When the ledger cannot be
 * kept nothing leaves but the error.
 *
 * @returns undefined on an n8n without Data Tables, where nothing can be kept
 */
export async function checkWithLedger(
	context: IExecuteFunctions,
	keeping: Keeping,
): Promise<INodeExecutionData[][] | undefined> {
	const looks = lookAtItems(context, keeping);
	const seen = looks.flatMap((look) => ('thrown' in look ? [] : [look]));
	const outcomeOf = await keepOrFail(context, seen, keeping);
	if (outcomeOf === undefined) return undefined;
	const answers = readAddAnswer(context);
	return routeItems(context, { outputs: LEDGER_OUTPUTS, closed: 'Not Ready' }, (item, index) => {
		const look = looks[index];
		if (look === undefined || 'thrown' in look) throw look?.thrown;
		const outcome = outcomeOf(look);
		if (outcome === undefined) throw new Error('The gate came to no conclusion about this record.');
		if ('thrown' in outcome) throw outcome.thrown;
		const answer = answers ? answerFor(outcome, keeping) : undefined;
		return routeOf(item.json, outcome, answer);
	});
}

/** Looks at all items. A mistake in the configuration stops the node before anything is kept. */
function lookAtItems(
	context: IExecuteFunctions,
	{ now, askedBy }: Pick<Keeping, 'now' | 'askedBy'>,
): Array<Seen | Failed> {
	const read = judgingReader(context);
	const retried = context.getMode() === 'retry';
	const look = (item: INodeExecutionData, index: number): Seen => {
		const judging = read(item, index);
		const carried = carriedBy(item.json);
		const recordId = judging.compiled.record.id(judging.record);
		const isGone = carried !== undefined && readingOf(item.json, { recordId }) === 'gone';
		if (isGone) return seeGone(carried);
		const again = retried && !hasEndedHere(context, carried);
		return seeRecord(judging, { carried, again, askedBy, now });
	};
	return context.getInputData().map((item, index) => {
		try {
			return look(item, index);
		} catch (thrown) {
			if (thrown instanceof HandoffProblem && !context.continueOnFail()) {
				throw toNodeError(context.getNode(), thrown, index);
			}
			return { is: 'failed', thrown };
		}
	});
}

/** Whether the question ended in this very execution, and not in the one that died before it. */
const hasEndedHere = (context: IExecuteFunctions, carried: Handoff | undefined): boolean =>
	carried?.request?.endedIn === context.getExecutionId();

/** A node that continues on errors would send all items on by Ready if this one threw. */
async function keepOrFail(
	context: IExecuteFunctions,
	seen: readonly Seen[],
	keeping: Keeping,
): Promise<((look: Seen) => Outcome | undefined) | undefined> {
	try {
		const outcomes = await keepInLedger(seen, keeping);
		return (look) => outcomes.get(look);
	} catch (thrown) {
		if (thrown instanceof NoDataTables) return undefined;
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), thrown);
		return () => ({ is: 'failed', thrown });
	}
}

type Told = Exclude<Outcome, Failed>;

const answerFor = (outcome: Told, { now }: Keeping): Answer =>
	'lane' in outcome ? answerStep(outcome) : answerRest(outcome, now);

function routeOf(record: IDataObject, outcome: Told, answer: Answer | undefined): Routed<Output> {
	const told = answer === undefined ? {} : { answer };
	if ('lane' in outcome) {
		return { output: outcome.lane, json: { ...record, handoff: { ...outcome.handoff, ...told } } };
	}
	const carried = dataObjectSchema.safeParse(record.handoff).data;
	const handoff = { ...carried, nothingNew: describeRest(outcome), ...told };
	return { output: 'Nothing New', json: { ...record, handoff } };
}

const describeRest = ({ position, why, lookAgainAt }: Resting): IDataObject => ({
	handoffId: position.handoffId,
	step: position.step,
	attempt: position.attempt,
	since: position.since,
	why,
	...(lookAgainAt !== undefined && { lookAgainAt: formatInstant(lookAgainAt) }),
});
