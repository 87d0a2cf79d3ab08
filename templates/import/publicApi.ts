import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';

/** A call of n8n's public API; `path` is below `/api/v1`. */
export interface ApiRequest {
	method?: 'GET' | 'POST' | 'PUT';
	path: string;
	body?: unknown;
}

/** n8n said no to something that it understood: status, and its own words. */
export class Refusal extends HandoffProblem {
	constructor(
		readonly status: number,
		readonly words: string,
		remedy: string,
	) {
		super(`n8n answered ${status}: ${words}`, remedy);
	}
}

export interface PublicApi {
	/** Where n8n is, without a slash at the end. */
	url: string;
	/**
	 * Calls n8n and reads its answer.
	 *
	 * @throws Refusal when n8n says no, HandoffProblem when it cannot be reached
	 */
	call<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, request: ApiRequest): Promise<T>;
	/** All pages of a list. */
	list<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, path: string): Promise<T[]>;
}

const PATIENCE_MS = 60_000;
const PAGE = 100;
const messageSchema = z.object({ message: z.string() });

/**
 * n8n's public API with one key. The key travels in a header only and is never part of a message.
 *
 * @param url where n8n is, such as `https://n8n.example.com`
 */
export function publicApi(url: string, apiKey: string): PublicApi {
	const base = url.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
	const call: PublicApi['call'] = async (schema, request) => {
		const answer = await send(base, apiKey, request);
		const text = await answer.text();
		if (!answer.ok) throw refusal(answer.status, text, base);
		const read = schema.safeParse(asJson(text));
		if (read.success) return read.data;
		throw new HandoffProblem(
			`${base} answers ${request.path} with something that is not what n8n's public API gives.`,
			'Give the address at which the editor of n8n opens, and see that nothing stands before it.',
		);
	};
	return {
		url: base,
		call,
		list: async (schema, path) => {
			const page = z.object({ data: z.array(schema), nextCursor: z.string().nullish() });
			const found = [];
			let cursor: string | null | undefined;
			do {
				const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
				const next = await call(page, { path: `${path}?${query.toString()}` });
				found.push(...next.data);
				cursor = next.nextCursor;
			} while (cursor);
			return found;
		},
	};
}

async function send(base: string, apiKey: string, { method = 'GET', path, body }: ApiRequest) {
	try {
		return await fetch(`${base}/api/v1${path}`, {
			method,
			headers: { 'X-N8N-API-KEY': apiKey, 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
	} catch (error) {
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new HandoffProblem(
			`n8n cannot be reached at ${base}${why === '' ? '' : ` (${why})`}.`,
			'Check the address, that n8n is running, and that this machine may reach it.',
		);
	}
}

function asJson(text: string): unknown {
	try {
		return text === '' ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

function refusal(status: number, text: string, base: string): Refusal {
	const said = messageSchema.safeParse(asJson(text));
	return new Refusal(
		status,
		said.success ? said.data.message : 'no reason given',
		remedyFor(status, base),
	);
}

function remedyFor(status: number, base: string): string {
	if (status === 401) {
		return `The API key is not one of ${base}. Make one there under Settings → n8n API, as owner or admin, and pass it in the environment variable.`;
	}
	if (status === 403) {
		return 'The API key may not do this. Make one as owner or admin with the scopes for workflows, tags, credentials (list) and data tables.';
	}
	if (status === 404) {
		return `Either ${base} is not where n8n is, its public API is switched off (N8N_PUBLIC_API_DISABLED), or it is older than 2.39: update n8n.`;
	}
	return 'Mend what n8n names and run the import again; what was done stays as it is.';
}
