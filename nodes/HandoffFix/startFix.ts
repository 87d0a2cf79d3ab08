import type { IExecuteFunctions } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { fixRequests } from '../domain/fixing/fixEnvelopes';
import { gapsIn } from '../domain/fixing/gaps';
import { openFix } from '../domain/fixing/openFix';
import type { Handoff } from '../domain/handoff/envelope';
import type { SignLink } from '../domain/handoff/signedLinks';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { fixClock } from '../domain/sla/fixClock';
import { hintNoLedger } from '../shared/ledger/hintNoLedger';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { openLedger } from '../shared/ledger/openLedger';
import { recordRows } from '../shared/ledger/recordRows';
import { NoDataTables } from '../shared/ledger/tableProblem';
import { toNodeError } from '../shared/nodeErrors';
import { requireSupportedHost } from '../shared/waiting/hostVersion';
import { keepItem, readItem } from '../shared/waiting/memory';
import { messageItem } from '../shared/waiting/messageItem';
import { requireClosedLoop, requireOneHandoff } from '../shared/waiting/notifyLoop';
import { claimFix, type ClaimedFix } from './claimFix';
import { writeFixState } from './fixState';
import { fixLanes, type FixLanes } from './lanes';
import { readFixParameters, type FixParameters } from './parameters';

/** When a step is made, what signs links, and what seals rows, if rows are. */
export interface FixRun {
	now: Instant;
	sign: SignLink;
	key: string | undefined;
}

/**
 * Asks those who can supply what is missing: recorded where the ledger is kept, and sent out by
 * Notify. Nothing leaves where nothing is missing, or where it is not this execution's to ask.
 *
 * @param round how often this execution has asked before
 * @throws HandoffProblem before anything is sent, when it could not be answered or not be recorded
 */
export async function startFix(
	context: IExecuteFunctions,
	{ round, ...run }: FixRun & { round: number },
): Promise<FixLanes> {
	requireSupportedHost('Handoff Fix');
	requireOneHandoff(context.getInputData().length);
	requireClosedLoop(context);
	const parameters = readFixParameters(context);
	const { handoff } = parameters;
	if (gapsIn(handoff).length === 0) {
		context.addExecutionHints({ message: 'Nothing is missing.', location: 'outputPane' });
		return fixLanes({});
	}
	const store = openLedger(context, handoff);
	const claimed = await claimOrHint(context, handoff, { store, now: run.now });
	if (claimed === undefined) return fixLanes({});
	return await ask(context, { ...run, parameters, store, claimed, round: round + 1 });
}

type Claiming = { store: LedgerStore | undefined; now: Instant };
type Claimed = Partial<ClaimedFix> & Pick<ClaimedFix, 'gaps'>;

/** Where no ledger is kept, and on an n8n without Data Tables, nothing is claimed. */
async function claimOrHint(
	context: IExecuteFunctions,
	handoff: Handoff,
	{ store, now }: Claiming,
): Promise<Claimed | undefined> {
	const all = { gaps: gapsIn(handoff).map(({ requirementId }) => requirementId) };
	if (store === undefined) return all;
	try {
		return await claimFix(context, handoff, { store, now });
	} catch (thrown) {
		if (!(thrown instanceof NoDataTables)) throw toNodeError(context.getNode(), thrown);
		hintNoLedger(context);
		return all;
	}
}

interface Asking extends FixRun {
	parameters: FixParameters;
	store: LedgerStore | undefined;
	claimed: Claimed;
	round: number;
}

/** Where nobody can be asked, the handoff leaves at once, with the fix list of the gate. */
async function ask(
	context: IExecuteFunctions,
	{ parameters, store, claimed, round, now, key, sign }: Asking,
): Promise<FixLanes> {
	const { handoff, fallbackTarget, look } = parameters;
	const clock = fixClock(handoff, fallbackTarget, now);
	const gaps = gapsIn(handoff).filter(({ requirementId }) => claimed.gaps.includes(requirementId));
	const { askedBy, rows } = claimed;
	const ledger = {
		...(askedBy === undefined ? {} : { askedBy }),
		...(rows === undefined ? {} : { rows }),
	};
	const terms = { gaps, clock, round, now, sign, ...ledger };
	const opened = openFix(handoff, terms);
	const node = context.getContext('node');
	keepItem(node, context.getInputData()[0] ?? { json: {} });
	const kept = readItem(node);
	if (opened === undefined) return fixLanes({ noAnswer: [messageItem(kept, handoff)] });
	const asked = sealHandoff(opened, key);
	if (store !== undefined && claimed.rows !== undefined && asked.event !== undefined) {
		await recordRows(store, [asked.event], claimed.rows);
	}
	const { escalateTo } = clock.target;
	writeFixState(node, { ...look, handoff: asked, escalateTo });
	const row = askedBy === undefined ? { event: asked.event } : {};
	const envelopes = fixRequests({ handoff: asked, wording: look.wording, escalateTo });
	return fixLanes({
		notify: envelopes.map((envelope) => messageItem(kept, { ...envelope, ...row })),
	});
}
