import { createHash } from 'node:crypto';
import { z } from 'zod';
import { KEYS } from './credentials';
import { wrongKind } from './valueKinds';
import { createVendor, type Answer, type Routes } from './vendor';

/** What a deal holds; own fields by the names that people gave them. */
export interface PipedriveDeal {
	id: number;
	title: string;
	value: number | null;
	status: 'open' | 'won' | 'lost';
	owner_id: number;
	update_time: string;
	own: Record<string, unknown>;
}

export interface PipedriveUser {
	id: number;
	name: string;
	email: string;
}

const changes = z
	.object({ custom_fields: z.record(z.unknown()).optional(), value: z.number().optional() })
	.passthrough();
const note = z.object({ content: z.string().min(1), deal_id: z.number().optional() });

/** The filter that the template asks for: won, and no task yet. */
export const WON_WITHOUT_TASK = '51';
const TASK_FIELD = 'handoff_task';

/** Pipedrive knows an own field by a hash. */
const codeOf = (name: string): string => createHash('sha1').update(name).digest('hex');

/** Stands in for Pipedrive: deals and their fields (version 2), notes and users (version 1). */
export function createPipedrive() {
	const deals: PipedriveDeal[] = [];
	const notes: Array<{ dealId: string; content: string }> = [];
	const users: PipedriveUser[] = [];
	const fields = new Set<string>();
	let clock = 0;
	const now = () => {
		clock = Math.max(clock + 1, Date.now());
		return new Date(clock).toISOString();
	};
	const change = (deal: PipedriveDeal, own: Record<string, unknown>) => {
		Object.assign(deal.own, own);
		deal.update_time = now();
	};
	return {
		...createVendor({
			name: 'Pipedrive',
			hosts: ['api.pipedrive.com'],
			routes: {
				...dealRoutes({ deals, fields, change }),
				...otherRoutes(notes, users),
			},
			authorize: ({ query }) =>
				query.get('api_token') === KEYS.pipedrive ? undefined : failed(401, 'unauthorized access'),
			answerUnknown: () => failed(404, 'Unknown method .'),
			answerBusy: () => ({
				...failed(429, 'request over limit'),
				headers: { 'x-ratelimit-reset': '1', 'retry-after': '1' },
			}),
			answerBroken: () => failed(500, 'Internal server error'),
		}),
		addUser: (user: PipedriveUser): void => void users.push(user),
		/** Adds a won deal and returns its id; its own fields become known to this Pipedrive. */
		addDeal: (deal: Omit<PipedriveDeal, 'id' | 'update_time' | 'status'>): string => {
			for (const name of [...Object.keys(deal.own), TASK_FIELD]) fields.add(name);
			const id = 3100 + deals.length;
			deals.push({ ...deal, own: { ...deal.own }, id, status: 'won', update_time: now() });
			return String(id);
		},
		/** Changes own fields of a deal as a person in Pipedrive would. */
		updateDeal: (id: string, own: Record<string, unknown>): void => {
			const deal = deals.find((one) => String(one.id) === id);
			if (deal === undefined) throw new Error(`The Pipedrive stand-in has no deal ${id}`);
			change(deal, own);
		},
		/** Reopens every deal, so that none is found. */
		reopenDeals: (): void => deals.forEach((deal) => (deal.status = 'open')),
		deals: (): PipedriveDeal[] => deals.map((deal) => ({ ...deal, own: { ...deal.own } })),
		notes: () => [...notes],
	};
}

interface DealStore {
	deals: PipedriveDeal[];
	fields: Set<string>;
	change: (deal: PipedriveDeal, own: Record<string, unknown>) => void;
}

function dealRoutes({ deals, fields, change }: DealStore): Routes {
	return {
		'GET /api/v2/dealFields': () =>
			done(
				[...fields].map((name) => ({
					field_code: codeOf(name),
					field_name: name,
					field_type: 'varchar',
					options: null,
				})),
				{ next_cursor: null },
			),
		'GET /api/v2/deals': ({ query }) => {
			if (query.get('filter_id') !== WON_WITHOUT_TASK) return failed(404, 'Filter not found');
			const found = deals.filter(({ status, own }) => status === 'won' && !own[TASK_FIELD]);
			return done(found.map(showDeal), { next_cursor: null });
		},
		'GET /api/v2/deals/:id': ({ params }) => {
			const deal = deals.find(({ id }) => String(id) === params.id);
			return deal === undefined ? failed(404, 'Deal not found') : done(showDeal(deal));
		},
		'PATCH /api/v2/deals/:id': ({ params, body }) => {
			const deal = deals.find(({ id }) => String(id) === params.id);
			if (deal === undefined) return failed(404, 'Deal not found');
			const read = changes.safeParse(body);
			if (!read.success) return failed(400, 'Validation failed');
			const given = Object.entries(read.data.custom_fields ?? {}).map(([code, value]) => {
				return [[...fields].find((name) => codeOf(name) === code), value] as const;
			});
			if (given.some(([name]) => name === undefined)) return failed(400, 'Validation failed');
			const own = Object.fromEntries(given.map(([name = '', value]) => [name, value]));
			if (wrongKind(own, { texts: true })) return failed(400, 'Validation failed');
			deal.value = read.data.value ?? deal.value;
			change(deal, own);
			return done(showDeal(deal));
		},
	};
}

function otherRoutes(
	notes: Array<{ dealId: string; content: string }>,
	users: PipedriveUser[],
): Routes {
	return {
		'POST /v1/notes': ({ body }) => {
			const read = note.safeParse(body);
			if (!read.success) return failed(400, 'Bad request');
			const { content, deal_id } = read.data;
			notes.push({ dealId: String(deal_id), content });
			return { ...done({ id: notes.length, content, deal_id }), status: 201 };
		},
		'GET /v1/users/:id': ({ params }) => {
			const user = users.find(({ id }) => String(id) === params.id);
			return user === undefined ? failed(404, 'User not found') : done(user);
		},
	};
}

const showDeal = ({ own, ...deal }: PipedriveDeal) => ({
	...deal,
	currency: 'EUR',
	pipeline_id: 1,
	stage_id: 5,
	org_id: null,
	person_id: null,
	is_deleted: false,
	won_time: deal.update_time,
	custom_fields: Object.fromEntries(
		Object.entries(own).map(([name, value]) => [codeOf(name), value]),
	),
});

const done = (data: unknown, additional_data?: unknown): Answer => ({
	status: 200,
	body: { success: true, data, ...(additional_data === undefined ? {} : { additional_data }) },
});

const failed = (status: number, error: string): Answer => ({
	status,
	body: { success: false, error, error_info: 'Please check developers.pipedrive.com', data: null },
});
