import type { IExecuteFunctions } from 'n8n-workflow';
import { requestEnvelopes } from '../domain/acceptance/envelopes';
import { openRequest } from '../domain/acceptance/openRequest';
import { linkFor } from '../domain/acceptance/signedLinks';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { requireSupportedHost } from './hostVersion';
import { messageItem } from './messageItem';
import { requireClosedLoop, requireOneHandoff } from './notifyLoop';
import { readParameters } from './parameters';
import { requestClock } from './requestClock';
import { keepItem, readItem, writeState, type RequestState } from './requestState';
import { lanesOf, type Lanes, type Step } from './step';

/**
 * Opens the request and sends it out by Notify.
 *
 * @param round how often this execution has asked, this time included
 * @throws HandoffProblem before anything is sent, when it could not be answered
 */
export function startRequest(
	context: IExecuteFunctions,
	{ round, now, key, sign }: Step & { round: number },
): Lanes {
	requireSupportedHost();
	requireOneHandoff(context.getInputData().length);
	requireClosedLoop(context);
	const { handoff, receivers, acceptancesNeeded, inTurn, fallbackTarget, page } =
		readParameters(context);
	const { clock, target } = requestClock(handoff, { fallbackTarget, now });
	const asked = openRequest(handoff, {
		receivers,
		clock,
		round,
		now,
		acceptancesNeeded,
		inTurn,
		signLink: ({ email }) => linkFor(sign, email, round),
	});
	const handed = sealHandoff(asked, key);
	return sendOut(context, { ...page, handoff: handed, escalateTo: target.escalateTo }, sign);
}

/** Keeps the request and the item that it came with, and puts a message out for each receiver. */
function sendOut(context: IExecuteFunctions, state: RequestState, sign: Step['sign']): Lanes {
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
