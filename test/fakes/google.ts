import { z } from 'zod';
import { KEYS } from './credentials';
import { readMail, type Mail } from './mail';
import { createVendor, type Answer, type Routes } from './vendor';

const rawMail = z.object({ raw: z.string() });
const chatMessage = z.object({ text: z.string().min(1).max(4096) });

export interface ChatMessage {
	space: string;
	text: string;
}

export const CHAT_SPACES = { handoffs: 'spaces/AAAAhandoff', late: 'spaces/AAAAlate' };

/** Stands in for the mail and the chat of Google Workspace. */
export function createGoogle() {
	const mails: Mail[] = [];
	const chat: ChatMessage[] = [];
	return {
		...createVendor({
			name: 'Google Workspace',
			hosts: ['www.googleapis.com', 'gmail.googleapis.com', 'chat.googleapis.com'],
			routes: routesOf(mails, chat),
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.google}`
					? undefined
					: googleProblem(401, 'UNAUTHENTICATED', 'Invalid Credentials'),
			plainBody: (body) => {
				const read = rawMail.safeParse(body);
				return read.success ? readMail(decode(read.data.raw)) : body;
			},
			answerUnknown: () => googleProblem(404, 'NOT_FOUND', 'Requested entity was not found.'),
			answerBusy: () => googleProblem(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded'),
			answerBroken: () => googleProblem(500, 'INTERNAL', 'Internal error encountered.'),
		}),
		/** Every mail that was sent, oldest first. */
		mails: (): Mail[] => [...mails],
		/** Every chat message so far, oldest first. */
		chatMessages: (): ChatMessage[] => [...chat],
	};
}

const decode = (raw: string): string => Buffer.from(raw, 'base64url').toString();

const routesOf = (mails: Mail[], chat: ChatMessage[]): Routes => ({
	'POST /gmail/v1/users/me/messages/send': ({ body }) => {
		const read = rawMail.safeParse(body);
		if (!read.success) return googleProblem(400, 'INVALID_ARGUMENT', "'raw' is required");
		const mail = readMail(decode(read.data.raw));
		if (mail.to === '') return googleProblem(400, 'INVALID_ARGUMENT', 'Recipient address required');
		mails.push(mail);
		const id = `18f${String(mails.length).padStart(13, '0')}`;
		return { status: 200, body: { id, threadId: id, labelIds: ['SENT'] } };
	},
	'POST /v1/spaces/:space/messages': ({ params, body }) => {
		const space = `spaces/${params.space}`;
		const isKnown = Object.values(CHAT_SPACES).some((known) => known === space);
		const read = chatMessage.safeParse(body);
		if (!isKnown) return googleProblem(404, 'NOT_FOUND', 'Space not found.');
		if (!read.success) return googleProblem(400, 'INVALID_ARGUMENT', 'Message is too long.');
		chat.push({ space, text: read.data.text });
		return { status: 200, body: { name: `${space}/messages/${chat.length}`, ...read.data } };
	},
});

function googleProblem(code: number, status: string, message: string): Answer {
	return { status: code, body: { error: { code, message, status } } };
}
