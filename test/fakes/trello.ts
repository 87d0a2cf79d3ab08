import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor } from './vendor';

const newBoard = z.object({
	name: z.string().min(1).max(16_384),
	desc: z.string().optional(),
	idBoardSource: z.string().optional(),
	keepFromSource: z.string().optional(),
});

interface Board {
	id: string;
	name: string;
	desc: string;
	url: string;
	/** Names of its cards; a copy has those of the board that it was copied from. */
	cards: string[];
}

const TEMPLATE: Board = {
	id: '65f0000000000000000000aa',
	name: 'Client project (template)',
	desc: '',
	url: 'https://trello.com/b/tmplate0/client-project-template',
	cards: ['Prepare the kick-off', 'Collect the material'],
};

/** Stands in for Trello: boards, and the copy of a board that serves as the template. */
export function createTrello() {
	const boards: Board[] = [TEMPLATE];
	return {
		...createVendor({
			name: 'Trello',
			hosts: ['api.trello.com'],
			routes: {
				'GET /1/members/me/boards': () => ({
					status: 200,
					body: boards.map(({ id, name, url }) => ({ id, name, url })),
				}),
				'POST /1/boards': ({ body }) => {
					const read = newBoard.safeParse(body);
					if (!read.success) return { status: 400, body: 'invalid value for name' };
					const { name, desc = '', idBoardSource, keepFromSource } = read.data;
					const source = boards.find(({ id }) => id === idBoardSource);
					if (idBoardSource && !source) return { status: 404, body: 'board not found' };
					const number = String(boards.length).padStart(4, '0');
					const board = {
						id: `65f00000000000000000${number}`,
						name,
						desc,
						url: `https://trello.com/b/copy${number}/board`,
						cards: keepFromSource === 'cards' ? [...(source?.cards ?? [])] : [],
					};
					boards.push(board);
					return { status: 200, body: board };
				},
			},
			authorize: ({ query }) =>
				query.get('key') === KEYS.trelloKey && query.get('token') === KEYS.trelloToken
					? undefined
					: { status: 401, body: 'invalid key' },
			answerUnknown: ({ method, path }) => ({ status: 404, body: `Cannot ${method} ${path}` }),
			answerBusy: () => ({
				status: 429,
				body: { message: 'Rate limit exceeded', error: 'API_TOKEN_LIMIT_EXCEEDED' },
			}),
			answerBroken: () => ({ status: 500, body: 'Internal Server Error' }),
		}),
		/** Every board that was made here, oldest first, without the template. */
		boards: (): Board[] => boards.slice(1),
	};
}
