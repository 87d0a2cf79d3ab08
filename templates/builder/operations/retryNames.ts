import { firstOf, itemOf, NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';
import type { Position, TemplateNode } from '../nodes/workflow';

/** The names of the nodes of the retries, apart from those that handoff flows have too. */
export const RETRIES = {
	flows: 'Which are handoff flows?',
	crashed: 'What n8n gave up',
	failed: 'What failed',
	newest: 'What ran last',
	left: 'What nobody has retried',
	each: 'One execution each',
	turn: 'One after the other',
	look: 'What is left of it',
	which: 'Can it be retried?',
	retry: 'Retry it',
	outcome: 'How it went',
	asked: 'What it had asked',
	asking: 'Had it asked?',
	others: 'Who has asked since',
	still: 'Is it still its question?',
	lost: 'Mark the question as lost',
	wake: 'Let it be looked at',
	lostOutcome: 'How it was lost',
	any: 'Was any retried?',
	say: 'Say what was done',
	tell: 'Tell operations',
} as const;

/** Where its parts stand. */
export const ROWS = { find: 0.2, retry: 2.6, lose: 4.6, tell: 6.6 } as const;

export const MINUTES_BETWEEN_RUNS = 5;
/** A retry that crashes is retried as well, but not without end. */
export const MOST_RETRIES = 3;
/** Claims are kept for a day: an older execution could not be known to have been retried. */
export const LOOK_BACK_HOURS = 20;

export const SETTINGS = firstOf(NAMES.settings);
/** The execution in turn: `{ id, retryOf, workflowId, flow }`; `retryOf` is itself when it is none. */
export const TURN = itemOf(RETRIES.turn);

interface ApiCall {
	at: Position;
	/** After the address of the public API; may hold expressions. */
	path: string;
	method?: 'POST';
	query?: Record<string, string>;
	body?: string;
}

/** A call of n8n's own public API. */
export const callN8n = (name: string, { path, ...call }: ApiCall): TemplateNode =>
	httpCall({
		name,
		...call,
		url: `={{ ${SETTINGS}.n8nUrl }}/api/v1/${path}`,
		credential: 'n8nApi',
	});
