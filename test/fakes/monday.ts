import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer } from './vendor';

const graphql = z.object({ query: z.string(), variables: z.record(z.unknown()).default({}) });
const creation = z.object({
	boardId: z.string(),
	groupId: z.string(),
	itemName: z.string().min(1).max(255),
});
const update = z.object({ itemId: z.coerce.string(), value: z.string() });

interface Item {
	id: string;
	name: string;
	created_at: string;
	state: string;
	column_values: unknown[];
	updates: string[];
}

const BOARD = '70001';
const GROUP = 'topics';
const NO_BOARD = problem('InvalidBoardIdException', 'The board does not exist.');

/** Stands in for monday.com, which answers 200 with `errors` when something is wrong. */
export function createMonday() {
	const items: Item[] = [];
	return {
		...createVendor({
			name: 'monday.com',
			hosts: ['api.monday.com'],
			routes: { 'POST /v2': ({ body }) => answer(items, body) },
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.monday}`
					? undefined
					: { ...problem('USER_UNAUTHORIZED', 'Not Authenticated'), status: 401 },
			answerUnknown: () => ({ ...problem('NOT_FOUND', 'not found'), status: 404 }),
			answerBusy: () => ({
				...problem('COMPLEXITY_BUDGET_EXHAUSTED', 'Complexity budget exhausted'),
				status: 429,
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => ({ ...problem('INTERNAL_SERVER_ERROR', 'Internal error'), status: 500 }),
		}),
		/** Every item so far, oldest first. */
		items: (): Item[] => [...items],
	};
}

function answer(items: Item[], body: unknown): Answer {
	const read = graphql.safeParse(body);
	if (!read.success) return problem('PARSE_ERROR', 'Parse error on the query');
	const { query, variables } = read.data;
	if (query.includes('create_item')) return createItem(items, variables);
	if (query.includes('create_update')) return createUpdate(items, variables);
	if (query.includes('items_page')) {
		if (String(variables.boardId) !== BOARD) return done({ boards: [] });
		const page = { cursor: null, items: items.map(({ updates: _updates, ...item }) => item) };
		return done({ boards: [{ groups: [{ id: GROUP, items_page: page }] }] });
	}
	return problem('UNDEFINED_FIELD', 'Field does not exist');
}

function createItem(items: Item[], variables: unknown): Answer {
	const read = creation.safeParse(variables);
	if (!read.success) return problem('ARGUMENT_ERROR', 'Invalid argument');
	if (read.data.boardId !== BOARD || read.data.groupId !== GROUP) return NO_BOARD;
	const item = {
		id: String(8_000_001 + items.length),
		name: read.data.itemName,
		created_at: new Date().toISOString(),
		state: 'active',
		column_values: [],
		updates: [],
	};
	items.push(item);
	return done({ create_item: { id: item.id } });
}

function createUpdate(items: Item[], variables: unknown): Answer {
	const read = update.safeParse(variables);
	const item = items.find(({ id }) => read.success && id === read.data.itemId);
	if (!read.success || item === undefined) return problem('INVALID_ITEM_ID', 'No such item');
	item.updates.push(read.data.value);
	return done({ create_update: { id: '1' } });
}

function done(data: Record<string, unknown>): Answer {
	return { status: 200, body: { data } };
}

function problem(code: string, message: string): Answer {
	return { status: 200, body: { errors: [{ message, extensions: { code } }] } };
}
