import type { IDataObject } from 'n8n-workflow';
import { HandoffProblem } from '../../domain/base/problem';
import { formatInstant, type Instant } from '../../domain/base/instant';
import type { Claim } from '../../domain/life/claims';
import type { Position } from '../../domain/life/position';
import type { LedgerRow } from '../../domain/handoff/row';
import type { LedgerStore, PositionQuery, RewrittenRow } from './ledgerStore';
import { runInner, type RunContext } from './runInner';
import { readClaims, readPositions } from './storedRows';
import type { LedgerChoice } from './tables';

interface LedgerWorkflow extends LedgerChoice {
	workflowId: string;
}

/**
 * Has the ledger kept by a workflow of the user: in a database, in a spreadsheet, wherever.
 *
 * It is called with one item for each call and answers items by its last node. Every item carries
 * `call`; `ledgerName`: whose ledger it is, empty where there is only one; and `test`: true when the
 * handoff began in a test run and must not count.
 *
 * | call        | what the item says besides       | what it answers, one item each                |
 * | ----------- | -------------------------------- | --------------------------------------------- |
 * | `positions` | `policyId`, `handoffIds` or      | positions                                     |
 * |             | `steps`                          |                                               |
 * | `rows`      | `handoffIds`                     | ledger rows of these handoffs                 |
 * | `allRows`   | `policyId`, `type`, `since` and  | ledger rows that fit: an empty text asks for  |
 * |             | `before` (ISO)                   | nothing, and `before` itself is out           |
 * | `claim`     | `claims`, to be added            | all claims with one of these keys (`claim`),  |
 * |             |                                  | with `id` in the order of arrival, `createdAt`|
 * | `write`     | `rows`: add each whose `eventId` | anything                                      |
 * |             | is new; then `positions`: set    |                                               |
 * |             | by `handoffId`                   |                                               |
 * | `rewrite`   | `rows`: by `eventId`, write      | anything                                      |
 * |             | `actor`, `reasons`, `data` anew  |                                               |
 * | `remove`    | `handoffIds`: take claims and    | anything                                      |
 * |             | rows out, leave the positions    |                                               |
 *
 * Empty items are no answer, so a node that always puts something out does no harm. Each call may
 * come twice. When it cannot be done, the workflow must fail: nothing is done then.
 */
export function workflowStore(context: RunContext, workflow: LedgerWorkflow): LedgerStore {
	const call = callerOf(context, workflow);
	const rows: LedgerStore['rows'] = async (handoffIds) =>
		handoffIds.length === 0 ? [] : await call('rows', { handoffIds: [...handoffIds] });
	const claim: LedgerStore['claim'] = async (claims) =>
		claims.length === 0
			? []
			: readClaims(await call('claim', { claims: claims.map(copy) }), claims);
	return {
		positions: async (query) => {
			return readPositions(await call('positions', copyQuery(query)));
		},
		rows,
		allRows: ({ policyId = '', type = '', since, before }) =>
			call('allRows', { policyId, type, since: timeOf(since), before: timeOf(before) }),
		claim,
		claimAndRead: async (claims, handoffIds) => ({
			claims: await claim(claims),
			rows: await rows(handoffIds),
		}),
		...writingBy(call, rows),
	};
}

function writingBy(
	call: ReturnType<typeof callerOf>,
	rows: LedgerStore['rows'],
): Pick<LedgerStore, 'write' | 'writeAndRead' | 'rewrite' | 'remove'> {
	const tell = async (...asked: Parameters<typeof call>) => void (await call(...asked));
	const write: LedgerStore['write'] = ({ rows: added, positions }) =>
		tell('write', { rows: added.map(copy), positions: positions.map(copy) });
	return {
		write,
		writeAndRead: async (steps, handoffIds) => {
			await write(steps);
			return await rows(handoffIds);
		},
		rewrite: async (rewritten) => {
			if (rewritten.length > 0) await tell('rewrite', { rows: rewritten.map(copy) });
		},
		remove: (handoffIds) => tell('remove', { handoffIds: [...handoffIds] }),
	};
}

const callerOf =
	(context: RunContext, { workflowId, name: ledgerName, test }: LedgerWorkflow) =>
	async (name: keyof LedgerStore, item: IDataObject): Promise<IDataObject[]> => {
		try {
			return await runInner(context, { id: workflowId }, { call: name, ledgerName, test, ...item });
		} catch (thrown) {
			throw workflowProblem(name, thrown);
		}
	};

function copyQuery(query: PositionQuery): IDataObject {
	if ('policyId' in query) return query;
	return 'steps' in query ? { steps: [...query.steps] } : { handoffIds: [...query.handoffIds] };
}

const timeOf = (instant: Instant | undefined): string =>
	instant === undefined ? '' : formatInstant(instant);

const copy = (row: Claim | LedgerRow | Position | RewrittenRow): IDataObject => ({ ...row });

function workflowProblem(call: string, thrown: unknown): HandoffProblem {
	const said = thrown instanceof Error ? thrown.message : String(thrown);
	return new HandoffProblem(
		`The workflow that keeps the ledger did not answer “${call}”. n8n says: ${said}`,
		'Open the workflow that is chosen in “Ledger Workflow”: it must be published, may be called by this one, and answers all calls.',
	);
}
