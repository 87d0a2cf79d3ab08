import type { IExecuteFunctions } from 'n8n-workflow';
import { requestEnvelopes } from '../domain/acceptance/envelopes';
import { eligibleReceivers, openRequest } from '../domain/acceptance/openRequest';
import { linkFor } from '../domain/acceptance/signedLinks';
import type { AskedHandoff } from '../domain/handoff/askedHandoff';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { openLedger } from '../shared/ledger/openLedger';
import { claimQuestion, type Claimed } from './claimQuestion';
import { requireSupportedHost } from './hostVersion';
import { messageItem } from './messageItem';
import { requireClosedLoop, requireOneHandoff } from './notifyLoop';
import { readParameters, type AcceptParameters } from './parameters';
import { recordRows } from './recordRows';
import { requestClock } from './requestClock';
import { keepItem, readItem, writeState, type RequestState } from './requestState';
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
	requireSupportedHost();
	requireOneHandoff(context.getInputData().length);
	requireClosedLoop(context);
	const parameters = readParameters(context);
	const { handoff } = parameters;
	eligibleReceivers(handoff, parameters.receivers);
	const store = openLedger(context, handoff);
	const claimed =
		store === undefined
			? undefined
			: await claimQuestion(context, handoff, { store, now: step.now });
	if (claimed === 'notMine') return lanesOf('notify', []);
	const state = openState(parameters, { round, claimed, ...step });
	if (store !== undefined && claimed !== undefined) {
		await recordRows(store, rowOf(state.handoff), claimed.rows);
	}
	return sendOut(context, state, step.sign);
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

const rowOf = ({ event }: AskedHandoff) => (event === undefined ? [] : [event]);

type Opening = RunStep & { round: number; claimed: Claimed | undefined };

function openState(
	{ handoff, receivers, acceptancesNeeded, inTurn, fallbackTarget, page }: AcceptParameters,
	{ round, claimed, now, key, sign }: Opening,
): RequestState {
	const { clock, target } = requestClock(handoff, { fallbackTarget, now });
	const next = Math.max(round, claimed?.round ?? 0) + 1;
	const asked = openRequest(
		{ ...handoff, ...claimed?.following },
		{
			receivers,
			clock,
			round: next,
			now,
			acceptancesNeeded,
			inTurn,
			...(claimed === undefined ? {} : { askedBy: claimed.askedBy }),
			signLink: ({ email }) => linkFor(sign, email, next),
		},
	);
	return { ...page, handoff: sealHandoff(asked, key), escalateTo: target.escalateTo };
}
