import type { IExecuteFunctions } from 'n8n-workflow';
import { requestEnvelopes } from '../domain/acceptance/envelopes';
import { eligibleReceivers, openRequest } from '../domain/acceptance/openRequest';
import { linkFor } from '../domain/handoff/signedLinks';
import { clockForQuestion } from '../domain/acceptance/questionClock';
import type { LedgerRow } from '../domain/handoff/row';
import { sealRows } from '../domain/ledger/sealHandoff';
import { hintNoLedger } from '../shared/ledger/hintNoLedger';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { openLedger } from '../shared/ledger/openLedger';
import { toNodeError } from '../shared/nodeErrors';
import { NoDataTables } from '../shared/ledger/tableProblem';
import { claimQuestion, type Claimed } from './claimQuestion';
import { requireSupportedHost } from '../shared/waiting/hostVersion';
import { messageItem } from '../shared/waiting/messageItem';
import { requireClosedLoop, requireOneHandoff } from '../shared/waiting/notifyLoop';
import { readParameters, type AcceptParameters } from './parameters';
import { recordRows } from '../shared/ledger/recordRows';
import { termsToAccept } from './termsToAccept';
import { keepItem, readItem } from '../shared/waiting/memory';
import { writeState, type RequestState } from './requestState';
import { lanesOf, type Lanes, type RunStep } from './step';

/**
 * Opens the request, records it where the ledger is kept, and sends it out by Notify. Nothing leaves
 * where it is not this execution's to ask.
 *
 * @param round how often this execution has asked before
 * @throws HandoffProblem before anything is sent, when it could not be answered or not be recorded
 */
export async function startRequest(
	context: IExecuteFunctions,
	{ round, ...step }: RunStep & { round: number },
): Promise<Lanes> {
	requireSupportedHost('Handoff Accept');
	requireOneHandoff(context.getInputData().length);
	requireClosedLoop(context);
	const parameters = readParameters(context);
	const { handoff } = parameters;
	eligibleReceivers(handoff, parameters.receivers);
	const store = openLedger(context, handoff);
	const claimed =
		store === undefined ? undefined : await claimOrHint(context, handoff, store, step.now);
	if (claimed === 'notMine') return lanesOf('notify', []);
	const { state, rows } = openState(parameters, { round, claimed, ...step });
	if (store !== undefined && claimed !== undefined) {
		await recordRows(store, rows, claimed.rows);
	}
	return sendOut(context, state, step.sign);
}

/** On an n8n without Data Tables nothing is claimed, and rows leave with the item. */
async function claimOrHint(
	context: IExecuteFunctions,
	handoff: AcceptParameters['handoff'],
	store: LedgerStore,
	now: RunStep['now'],
): Promise<Claimed | 'notMine' | undefined> {
	try {
		return await claimQuestion(context, handoff, { store, now });
	} catch (thrown) {
		if (!(thrown instanceof NoDataTables)) throw toNodeError(context.getNode(), thrown);
		hintNoLedger(context);
		return undefined;
	}
}

/** Keeps the request and the item that it came with, and puts a message out for each receiver. */
function sendOut(context: IExecuteFunctions, state: RequestState, sign: RunStep['sign']): Lanes {
	const node = context.getContext('node');
	keepItem(node, context.getInputData()[0] ?? { json: {} });
	writeState(node, state);
	const kept = readItem(node);
	const envelopes = requestEnvelopes(state, sign);
	return lanesOf(
		'notify',
		envelopes.map((envelope) => messageItem(kept, envelope)),
	);
}

type Opening = RunStep & { round: number; claimed: Claimed | undefined };

function openState(
	{ handoff, receivers, acceptancesNeeded, inTurn, fallbackTarget, page }: AcceptParameters,
	{ round, claimed, now, key, sign }: Opening,
): { state: RequestState; rows: LedgerRow[] } {
	const timed = clockForQuestion(
		{ ...handoff, ...claimed?.following },
		termsToAccept(handoff, fallbackTarget),
		{ rows: claimed?.rows, now },
	);
	const next = Math.max(round, claimed?.round ?? 0) + 1;
	const asked = openRequest(timed.handoff, {
		receivers,
		clock: timed.clock,
		round: next,
		now,
		acceptancesNeeded,
		inTurn,
		...(claimed === undefined ? {} : { askedBy: claimed.askedBy }),
		signLink: ({ email }) => linkFor(sign, email, next),
	});
	const own = asked.event === undefined ? [] : [asked.event];
	const sealed = sealRows(asked, [...timed.rows, ...own], key);
	const { clock } = timed;
	const { escalateTo } = clock.target;
	return { state: { ...page, handoff: sealed.handoff, escalateTo, clock }, rows: sealed.rows };
}
