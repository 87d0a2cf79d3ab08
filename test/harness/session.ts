import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { onOwnConnection } from './onOwnConnection';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Session {
	/** Sets up the owner of a new n8n, or signs in as the owner of an old one. */
	signIn(): Promise<void>;
	/** Calls n8n's own REST API as the owner and reads the `data` of the answer. */
	call<T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, request: RestRequest): Promise<T>;
	/** What a request must carry to be one of this session. */
	headers(): Record<string, string>;
}

export interface RestRequest {
	method?: Method;
	/** Path below /rest. */
	path: string;
	body?: unknown;
}

/** The owner of every n8n that is started here. */
export const OWNER = {
	email: 'owner@handoff.example',
	firstName: 'Olive',
	lastName: 'Owner',
	password: 'Local-handoff-1',
};

/** n8n ties its session cookie to the browser that signed in; this is ours. */
const BROWSER_ID = 'handoff-local';

const KNOWN_WITHIN_MS = 60_000;

/** Opens a session with n8n's REST API; the first call must be `signIn`. */
export function openSession(url: string): Session {
	let cookie = '';
	const headers = () => ({ 'browser-id': BROWSER_ID, cookie });
	const send = async ({ method = 'GET', path, body }: RestRequest) =>
		await fetch(
			`${url}/rest${path}`,
			onOwnConnection({
				method,
				headers: { ...headers(), 'content-type': 'application/json' },
				body: body === undefined ? undefined : JSON.stringify(body),
			}),
		);
	return {
		headers,
		async signIn() {
			const { email, password } = OWNER;
			let answer = await untilFound(() =>
				send({ method: 'POST', path: '/owner/setup', body: OWNER }),
			);
			if (!answer.ok) {
				const body = { emailOrLdapLoginId: email, password };
				answer = await send({ method: 'POST', path: '/login', body });
			}
			await refuseFailure(answer, 'sign in');
			cookie = answer.headers
				.getSetCookie()
				.map((line) => line.split(';')[0])
				.join('; ');
		},
		async call(schema, request) {
			const answer = await send(request);
			await refuseFailure(answer, `${request.method ?? 'GET'} ${request.path}`);
			const content: unknown = await answer.json();
			return schema.parse(hasData(content) ? content.data : content);
		},
	};
}

/** Older releases of n8n say that they are ready a moment before they know their own API. */
async function untilFound(ask: () => Promise<Response>): Promise<Response> {
	const deadline = Date.now() + KNOWN_WITHIN_MS;
	for (;;) {
		const answer = await ask();
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await sleep(200);
	}
}

async function refuseFailure(answer: Response, what: string): Promise<void> {
	if (answer.ok) return;
	throw new Error(`n8n answered ${answer.status} to ${what}: ${await answer.text()}`);
}

function hasData(content: unknown): content is { data: unknown } {
	return typeof content === 'object' && content !== null && 'data' in content;
}
