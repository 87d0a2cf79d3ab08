import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer } from './vendor';

const chat = z.object({
	model: z.string(),
	messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
});

export interface Asked {
	model: string;
	/** Everything that was said to the model, as one text. */
	text: string;
}

/** Stands in for OpenAI's chat completions; what the model says is given beforehand. */
export function createOpenai() {
	const asked: Asked[] = [];
	let say: (asked: Asked) => string = () => '{}';
	return {
		...createVendor({
			name: 'OpenAI',
			hosts: ['api.openai.com'],
			routes: {
				'POST /v1/chat/completions': ({ body }) => {
					const read = chat.safeParse(body);
					if (!read.success) return problem(400, 'invalid_request_error', 'Invalid body');
					const { model, messages } = read.data;
					const text = messages.map(({ content }) => textOf(content)).join('\n');
					asked.push({ model, text });
					return completion(model, say({ model, text }));
				},
			},
			authorize: ({ headers: { authorization } }) =>
				authorization === `Bearer ${KEYS.openai}`
					? undefined
					: problem(401, 'invalid_request_error', 'Incorrect API key provided'),
			answerUnknown: () => problem(404, 'invalid_request_error', 'Unknown request URL'),
			answerBusy: () => problem(429, 'requests', 'Rate limit reached'),
			answerBroken: () => problem(500, 'server_error', 'The server had an error'),
		}),
		/** What the model answers from now on. */
		answerWith: (words: (asked: Asked) => string): void => void (say = words),
		asked: (): Asked[] => [...asked],
	};
}

const textOf = (content: unknown): string =>
	typeof content === 'string' ? content : JSON.stringify(content);

const completion = (model: string, content: string): Answer => ({
	status: 200,
	body: {
		id: 'chatcmpl-stand-in',
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model,
		choices: [
			{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } },
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	},
});

const problem = (status: number, type: string, message: string): Answer => ({
	status,
	body: { error: { message, type, param: null, code: null } },
});
