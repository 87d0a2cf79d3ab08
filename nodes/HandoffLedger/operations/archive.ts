import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import {
	endedBefore,
	ENDS,
	isFinishedBefore,
	wholeHandoffs,
	type WholeHandoff,
} from '../../domain/upkeep/finished';
import { answerOnce } from '../../shared/answerOnce';
import type { LedgerStore } from '../../shared/ledger/ledgerStore';
import { openLedgerToRead, requireLedger } from '../../shared/ledger/openLedger';
import type { ListedOperation } from '../../shared/operations';
import { rowItem } from '../rowItem';
import { readDays, readMostHandoffs, readPolicyChoice } from '../upkeepParameters';

const OUTPUTS = ['Rows'] as const;
const DAY_MS = 24 * 60 * 60_000;
/** Handoffs whose rows are read at once. */
const AT_ONCE = 200;

export const archiveOperation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive finished handoffs',
	description:
		'The rows of handoffs that are long finished, to store elsewhere. Nothing is removed.',
	subtitle: '={{ "finished " + $parameter["days"] + " days ago" }}',
	outputs: OUTPUTS,
	run: answerOnce(OUTPUTS, archive),
} as const satisfies ListedOperation;

/** One item for each row of whole handoffs, those that were finished first in front. */
async function archive(context: IExecuteFunctions, now: Instant): Promise<INodeExecutionData[][]> {
	const store = requireLedger(openLedgerToRead(context));
	const before = now - readDays(context) * DAY_MS;
	const ended = endedBefore(await endsIn(context, store, before), before);
	const found = await finishedOf(ended, { store, before, most: readMostHandoffs(context) });
	return [found.flatMap(({ rows }) => rows.map(rowItem))];
}

async function endsIn(
	context: IExecuteFunctions,
	store: LedgerStore,
	before: Instant,
): Promise<unknown[]> {
	const policyId = readPolicyChoice(context);
	const ends: unknown[] = [];
	for (const type of ENDS) {
		ends.push(...(await store.allRows({ type, before, ...(policyId !== '' && { policyId }) })));
	}
	return ends;
}

interface Search {
	store: LedgerStore;
	before: Instant;
	most: number;
}

/** One that was withdrawn may have come back since: its rows say it. */
async function finishedOf(
	ended: readonly string[],
	{ store, before, most }: Search,
): Promise<WholeHandoff[]> {
	const found: WholeHandoff[] = [];
	for (let from = 0; from < ended.length && found.length < most; from += AT_ONCE) {
		const ids = ended.slice(from, from + AT_ONCE);
		const whole = wholeHandoffs(ids, await store.rows(ids));
		found.push(...whole.filter((handoff) => isFinishedBefore(handoff, before)));
	}
	return found.slice(0, most);
}
