import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer } from './vendor';

const chat = z.object({
	model: z.string(),
	messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
	tools: z.array(z.object({ function: z.object({ name: z.string() }) })).default([]),
});

export interface Asked {
	model: string;
	/** Everything that was said to the model, as one text. */
	text: string;
	/** What the tools that it called have answered, in order. */
	toolAnswers: string[];
	/** Names of the tools that it may call. */
	tools: string[];
}

/** What a model does: it says something, or calls a tool. */
export type Said = string | { tool: string; given: Record<string, unknown> };

/** Stands in for OpenAI's chat completions; what the model says is given beforehand. */
export function createOpenai() {
	const asked: Asked[] = [];
	let say: (asked: Asked) => Said = () => '{}';
	return {
		...createVendor({
			name: 'OpenAI',
			hosts: ['api.openai.com'],
			routes: {
				'POST /v1/chat/completions': ({ body }) => {
					const read = chat.safeParse(body);
					if (!read.success) return problem(400, 'invalid_request_error', 'Invalid body');
					const question = questionOf(read.data);
					asked.push(question);
					return completion(question.model, say(question));
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
		answerWith: (words: (asked: Asked) => Said): void => void (say = words),
		asked: (): Asked[] => [...asked],
	};
}

const questionOf = ({ model, messages, tools }: z.infer<typeof chat>): Asked => ({
	model,
	text: messages.map(({ content }) => textOf(content)).join('\n'),
	toolAnswers: messages.filter(({ role }) => role === 'tool').map(({ content }) => textOf(content)),
	tools: tools.map((tool) => tool.function.name),
});

const textOf = (content: unknown): string =>
	typeof content === 'string' ? content : JSON.stringify(content);

const choiceOf = (said: Said) =>
	typeof said === 'string'
		? { finish_reason: 'stop', message: { role: 'assistant', content: said, refusal: null } }
		: {
				finish_reason: 'tool_calls',
				message: {
					role: 'assistant',
					content: null,
					refusal: null,
					tool_calls: [
						{
							id: 'call_stand_in',
							type: 'function',
							function: { name: said.tool, arguments: JSON.stringify(said.given) },
						},
					],
				},
			};

const completion = (model: string, said: Said): Answer => ({
	status: 200,
	body: {
		id: 'chatcmpl-stand-in',
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model,
		choices: [{ index: 0, ...choiceOf(said) }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	},
});

const problem = (status: number, type: string, message: string): Answer => ({
	status,
	body: { error: { message, type, param: null, code: null } },
});
