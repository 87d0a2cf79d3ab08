import { z } from 'zod';
import type { Routes } from './vendor';

const CARD = 'application/vnd.microsoft.card.adaptive';
const card = z.object({ type: z.literal('AdaptiveCard'), body: z.array(z.unknown()).min(1) });
const newMessage = z.object({
	body: z.object({ contentType: z.enum(['text', 'html']), content: z.string() }),
	attachments: z
		.array(
			z.object({
				id: z.string(),
				contentType: z.literal(CARD),
				content: z.string().transform((text, context) => {
					const read = card.safeParse(parse(text));
					if (!read.success) context.addIssue({ code: 'custom', message: 'invalid card' });
					return text;
				}),
			}),
		)
		.default([]),
});

export interface TeamsMessage {
	channel: string;
	content: string;
	/** Adaptive Cards as JSON text. */
	cards: string[];
}

const TEAM = '5b1e9a60-0000-4000-8000-00000000cafe';
export const TEAMS_CHANNELS = {
	handoffs: '19:handoffs@thread.tacv2',
	late: '19:late@thread.tacv2',
};
/** Graph takes 28 KB for a message. */
const LARGEST = 28 * 1024;

/** Messages in the channels of one team, by version 1.0 of Microsoft Graph. */
export const teamsRoutes = (messages: TeamsMessage[]): Routes => ({
	'POST /v1.0/teams/:team/channels/:channel/messages': ({ params, body }) => {
		const channel = decodeURIComponent(params.channel ?? '');
		const isKnown = Object.values(TEAMS_CHANNELS).some((known) => known === channel);
		if (params.team !== TEAM || !isKnown) return refuse(404, 'NotFound');
		const read = newMessage.safeParse(body);
		if (!read.success) return refuse(400, 'BadRequest');
		if (JSON.stringify(body).length > LARGEST) return refuse(413, 'RequestEntityTooLarge');
		const { content } = read.data.body;
		const missing = read.data.attachments.some(({ id }) => !content.includes(`id="${id}"`));
		if (missing) return refuse(400, 'BadRequest');
		messages.push({ channel, content, cards: read.data.attachments.map((one) => one.content) });
		return { status: 201, body: { id: String(Date.now()), body: read.data.body } };
	},
});

const refuse = (status: number, code: string) => ({
	status,
	body: { error: { code, message: `Teams refused the message: ${code}` } },
});

function parse(text: string): unknown {
	try {
		const content: unknown = JSON.parse(text);
		return content;
	} catch {
		return undefined;
	}
}
