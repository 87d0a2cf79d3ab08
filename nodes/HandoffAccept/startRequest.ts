import type { IExecuteFunctions } from 'n8n-workflow';
import { openRequest } from '../domain/acceptance/openRequest';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { requireSupportedHost } from './hostVersion';
import { requestItems } from './messageItems';
import { requireClosedLoop, requireOneHandoff } from './notifyLoop';
import { readParameters } from './parameters';
import { linkFor } from './receiverLinks';
import { requestClock } from './requestClock';
import { keepItem, readItem, writeState, type RequestState } from './requestState';
import type { Lanes, Step } from './step';

/**
 * Opens the request and sends it out by Notify.
 *
 * @param round how often this execution has asked, this time included
 * @throws HandoffProblem before anything is sent, when it could not be answered
 */
export function startRequest(
	context: IExecuteFunctions,
	{ round, now, key }: Step & { round: number },
): Lanes {
	requireSupportedHost();
	const items = context.getInputData();
	requireOneHandoff(items.length);
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
		signLink: ({ email }) => linkFor(context, email, round),
	});
	const state: RequestState = {
		...page,
		handoff: sealHandoff(asked, key),
		escalateTo: target.escalateTo,
	};
	const node = context.getContext('node');
	keepItem(node, items[0] ?? { json: {} });
	writeState(node, state);
	return [requestItems(context, readItem(node), { asking: state }), [], [], []];
}
