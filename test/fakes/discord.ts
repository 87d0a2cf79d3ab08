import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor } from './vendor';

const newMessage = z.object({ content: z.string().min(1).max(2000) });

/** Stands in for Discord: one channel with a webhook. */
export function createDiscord() {
	const messages: string[] = [];
	return {
		...createVendor({
			name: 'Discord',
			hosts: ['discord.com'],
			routes: {
				'POST /api/webhooks/:id/:token': ({ params, body }) => {
					if (params.token !== KEYS.discord) {
						return { status: 401, body: { message: 'Invalid Webhook Token', code: 50027 } };
					}
					const read = newMessage.safeParse(body);
					if (!read.success)
						return { status: 400, body: { message: 'Invalid Form Body', code: 50035 } };
					messages.push(read.data.content);
					return { status: 204 };
				},
			},
			authorize: () => undefined,
			answerUnknown: () => ({ status: 404, body: { message: '404: Not Found', code: 0 } }),
			answerBusy: () => ({
				status: 429,
				body: { message: 'You are being rate limited.', retry_after: 1, global: false },
			}),
			answerBroken: () => ({ status: 500, body: { message: 'Internal Server Error', code: 0 } }),
		}),
		/** Every message so far, oldest first. */
		messages: (): string[] => [...messages],
	};
}
