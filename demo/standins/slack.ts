import { z } from 'zod';
import { KEYS } from './credentials';
import { findBlockProblem } from './slackBlocks';
import { createVendor, type Answer, type Routes, type VendorRequest } from './vendor';

export interface Message {
	/** Id of the channel, or of the direct conversation. */
	channel: string;
	/** Name of the channel, or email of the person that it was sent to. */
	to: string;
	text: string;
	blocks: unknown[];
	ts: string;
}

export interface Person {
	id: string;
	name: string;
	realName: string;
	email: string;
}

const message = z.object({
	channel: z.string().min(1),
	text: z.string().max(40_000).default(''),
	blocks: z.preprocess(parseText, z.array(z.unknown())).default([]),
	attachments: z.array(z.unknown()).default([]),
});

/** Stands in for Slack's Web API, which answers 200 with `ok: false` when something is wrong. */
export function createSlack() {
	const channels = new Map<string, string>([['C0HANDOFFS', 'handoffs']]);
	const people: Person[] = [];
	const messages: Message[] = [];

	const findTarget = (wanted: string) => {
		const name = wanted.replace(/^[#@]/, '');
		for (const [id, channelName] of channels) {
			if (id === wanted || channelName === name) return { channel: id, to: channelName };
		}
		const person = people.find(
			(one) => [one.id, directId(one)].includes(wanted) || one.name === name,
		);
		return person && { channel: directId(person), to: person.email };
	};
	const post = (request: VendorRequest): Answer => {
		const read = message.safeParse(argumentsOf(request));
		if (!read.success) return failed('invalid_arguments');
		const { channel: wanted, text, blocks, attachments } = read.data;
		const target = findTarget(wanted);
		if (!target) return failed('channel_not_found');
		if (text === '' && blocks.length === 0 && attachments.length === 0) return failed('no_text');
		const problem = findBlockProblem(blocks);
		if (problem) return failed('invalid_blocks', { errors: [problem] });
		const ts = `${Math.floor(Date.now() / 1000)}.${String(messages.length + 1).padStart(6, '0')}`;
		messages.push({ ...target, text, blocks, ts });
		const sent = { type: 'message', subtype: 'bot_message', text, blocks, ts, bot_id: 'B0HANDOFF' };
		return done({ channel: target.channel, ts, message: sent });
	};
	const openDirect = (request: VendorRequest): Answer => {
		const { users } = argumentsOf(request);
		const person = people.find(({ id }) => id === users);
		return person ? done({ channel: { id: directId(person) } }) : failed('user_not_found');
	};
	const findPerson = (field: 'id' | 'email', wanted: unknown, problem: string): Answer => {
		const person = people.find((one) => one[field] === wanted);
		return person ? done({ user: showPerson(person) }) : failed(problem);
	};
	const listChannels = () =>
		done({
			channels: [...channels].map(([id, name]) => ({ id, name, is_channel: true })),
			response_metadata: { next_cursor: '' },
		});
	const listPeople = () =>
		done({ members: people.map(showPerson), response_metadata: { next_cursor: '' } });
	const methods: Record<string, (request: VendorRequest) => Answer> = {
		'auth.test': () => done({ url: 'https://stand-in.slack.com/', team: 'Stand-in', user: 'n8n' }),
		'chat.postMessage': post,
		'conversations.list': listChannels,
		'conversations.open': openDirect,
		'users.list': listPeople,
		'users.info': (request) => findPerson('id', argumentsOf(request).user, 'user_not_found'),
		'users.lookupByEmail': (request) =>
			findPerson('email', argumentsOf(request).email, 'users_not_found'),
		'users.profile.get': () => done({ profile: { real_name: 'n8n' } }),
	};
	return {
		...createVendor({
			name: 'Slack',
			hosts: ['slack.com'],
			routes: bothWays(methods),
			authorize: ({ headers: { authorization } }) => {
				if (!authorization) return failed('not_authed');
				return authorization === `Bearer ${KEYS.slack}` ? undefined : failed('invalid_auth');
			},
			answerUnknown: () => failed('unknown_method'),
			answerBusy: () => ({
				status: 429,
				headers: { 'retry-after': '1' },
				body: { ok: false, error: 'ratelimited' },
			}),
			answerBroken: () => ({ status: 500, body: { ok: false, error: 'internal_error' } }),
		}),
		addChannel: (id: string, name: string): void => void channels.set(id, name),
		addPerson: (person: Person): void => void people.push(person),
		/** Every message so far, oldest first. */
		messages: (): Message[] => [...messages],
	};
}

/** Slack takes every method by GET as well as by POST. */
function bothWays(methods: Record<string, (request: VendorRequest) => Answer>): Routes {
	return Object.fromEntries(
		Object.entries(methods).flatMap(([name, handle]) => [
			[`GET /api/${name}`, handle],
			[`POST /api/${name}`, handle],
		]),
	);
}

function argumentsOf({ query, body }: VendorRequest): Record<string, unknown> {
	return { ...Object.fromEntries(query), ...z.record(z.unknown()).catch({}).parse(body) };
}

function parseText(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		const content: unknown = JSON.parse(value);
		return content;
	} catch {
		return value;
	}
}

const directId = ({ id }: Person) => `D${id.slice(1)}`;

function showPerson({ id, name, realName, email }: Person) {
	return { id, name, real_name: realName, deleted: false, profile: { email, real_name: realName } };
}

function done(content: Record<string, unknown>): Answer {
	return { status: 200, body: { ok: true, ...content } };
}

function failed(error: string, more: Record<string, unknown> = {}): Answer {
	return { status: 200, body: { ok: false, error, ...more } };
}
