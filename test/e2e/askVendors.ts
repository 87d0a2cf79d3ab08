import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

export interface Call {
	method?: string;
	url: string;
	key?: string;
	body?: unknown;
}

const replies = z.array(
	z.object({
		status: z.number().optional(),
		failed: z.string().optional(),
		retryAfter: z.string().nullish(),
		body: z.record(z.unknown()).optional(),
	}),
);

/** Makes calls in a program of its own, one after the other, as n8n would. */
const CALLER = `
	const calls = JSON.parse(process.argv[1]);
	const ask = async ({ method = 'GET', url, key, body }) => {
		try {
			const headers = { 'content-type': 'application/json', ...(key && { authorization: key }) };
			const reply = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
			const retryAfter = reply.headers.get('retry-after');
			return { status: reply.status, retryAfter, body: await reply.json() };
		} catch (problem) {
			return { failed: String(problem.cause?.code ?? problem.cause?.message ?? problem) };
		}
	};
	(async () => {
		const replies = [];
		for (const call of calls) replies.push(await ask(call));
		console.log(JSON.stringify(replies));
	})();
`;

/** Makes calls from a program of its own that has this environment, as n8n would. */
export async function askVendors(environment: Record<string, string>, ...calls: Call[]) {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['-e', CALLER, JSON.stringify(calls)],
		{ env: { PATH: process.env.PATH, ...environment } },
	);
	return replies.parse(JSON.parse(stdout));
}
