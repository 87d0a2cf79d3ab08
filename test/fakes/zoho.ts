import { z } from 'zod';
import { KEYS } from './credentials';
import { wrongKind } from './valueKinds';
import { createVendor, type Answer, type VendorRequest } from './vendor';

export type ZohoDeal = Record<string, unknown> & { id: string };

/** The view that the template asks for: won, and no task yet. */
export const ZOHO_VIEW = '554023000000087501';

const changes = z.object({ data: z.array(z.record(z.unknown())).length(1) });
const notesSchema = z.object({
	data: z.array(z.object({ Note_Title: z.string().max(120), Note_Content: z.string() })),
});

/** Stands in for version 2 of Zoho CRM's API: a view of deals, changes of one, and its notes. */
export function createZoho() {
	const deals: ZohoDeal[] = [];
	const notes: Array<{ dealId: string; content: string }> = [];
	let clock = 0;
	const touch = (deal: ZohoDeal, fields: Record<string, unknown>) => {
		// Zoho keeps whole seconds.
		clock = Math.max(clock + 1000, Date.now());
		Object.assign(deal, fields, {
			Modified_Time: `${new Date(clock).toISOString().slice(0, 19)}Z`,
		});
	};
	const withDeal =
		(act: (deal: ZohoDeal, request: VendorRequest) => Answer) => (request: VendorRequest) => {
			const deal = deals.find(({ id }) => id === request.params.id);
			return deal === undefined
				? problem(400, 'INVALID_DATA', 'the id given seems to be invalid')
				: act(deal, request);
		};
	const change = withDeal((deal, { body }) => {
		const read = changes.safeParse(body);
		if (!read.success) return problem(400, 'INVALID_DATA', 'body');
		const [fields = {}] = read.data.data;
		if (wrongKind(fields)) return problem(400, 'INVALID_DATA', 'invalid data');
		touch(deal, fields);
		return written('record updated', deal.id);
	});
	return {
		...createVendor({
			name: 'Zoho CRM',
			hosts: ['www.zohoapis.com'],
			routes: {
				'GET /crm/v2/Deals': ({ query }) => listDeals(deals, query),
				'GET /crm/v2/deals/:id': withDeal((deal) => ({ status: 200, body: { data: [deal] } })),
				'PUT /crm/v2/deals/:id': change,
				'PUT /crm/v2/Deals/:id': change,
				'POST /crm/v2/Deals/:id/Notes': withDeal((deal, { body }) => {
					const read = notesSchema.safeParse(body);
					if (!read.success) return problem(400, 'INVALID_DATA', 'Note_Title');
					for (const { Note_Content: content } of read.data.data) {
						notes.push({ dealId: deal.id, content });
					}
					return { ...written('record added', `5540230000009${notes.length}`), status: 201 };
				}),
			},
			authorize: ({ headers: { authorization } }) =>
				/^(Bearer|Zoho-oauthtoken) /.test(authorization ?? '') &&
				authorization?.endsWith(KEYS.zoho) === true
					? undefined
					: problem(401, 'INVALID_TOKEN', 'invalid oauth token'),
			answerUnknown: () => problem(404, 'INVALID_URL_PATTERN', 'Please check the URL'),
			answerBusy: () => problem(429, 'TOO_MANY_REQUESTS', 'Too many requests fired'),
			answerBroken: () => problem(500, 'INTERNAL_ERROR', 'Internal Server Error'),
		}),
		/** Adds a won deal and returns its id. */
		addDeal: (fields: Record<string, unknown>): string => {
			const deal: ZohoDeal = { id: `55402300000052${7000 + deals.length}`, Stage: 'Closed Won' };
			touch(deal, fields);
			deals.push(deal);
			return deal.id;
		},
		updateDeal: (id: string, fields: Record<string, unknown>): void => {
			const deal = deals.find((one) => one.id === id);
			if (deal === undefined) throw new Error(`The Zoho stand-in has no deal ${id}`);
			touch(deal, fields);
		},
		deals: (): ZohoDeal[] => deals.map((deal) => ({ ...deal })),
		notes: () => [...notes],
	};
}

/** A view; nothing in it is answered without a body. */
function listDeals(deals: ZohoDeal[], query: URLSearchParams): Answer {
	if (query.get('cvid') !== ZOHO_VIEW) return problem(400, 'INVALID_DATA', 'the cvid is invalid');
	const found = deals
		.filter((deal) => deal.Stage === 'Closed Won' && !deal.Handoff_Task_Url)
		.sort((a, b) => String(a.Modified_Time).localeCompare(String(b.Modified_Time)));
	const size = Math.min(Number(query.get('per_page') ?? 200), LARGEST_PAGE);
	const page = Number(query.get('page') ?? 1);
	const data = found.slice((page - 1) * size, page * size);
	if (data.length === 0) return { status: 204 };
	const more_records = found.length > page * size;
	return {
		status: 200,
		body: { data, info: { per_page: size, count: data.length, page, more_records } },
	};
}

/** Much smaller than Zoho's 200, so that a few deals need more than one page. */
const LARGEST_PAGE = 4;

const written = (message: string, id: string): Answer => ({
	status: 200,
	body: { data: [{ code: 'SUCCESS', details: { id }, message, status: 'success' }] },
});

const problem = (status: number, code: string, message: string): Answer => ({
	status,
	body: { code, details: {}, message, status: 'error' },
});
