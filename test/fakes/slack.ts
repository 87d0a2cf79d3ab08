import { z } from 'zod';
import { KEYS } from './credentials';
import { findBlockProblem } from './slackBlocks';
import { createSlackWorkspace, directId, type Message, type Person } from './slackWorkspace';
import type { SlackWorkspace } from './slackWorkspace';
import { createVendor, type Answer, type Routes, type VendorRequest } from './vendor';

const messageArguments = z.object({
	channel: z.string().min(1),
	text: z.string().default(''),
	blocks: z.preprocess(parseText, z.array(z.unknown())).default([]),
	attachments: z.array(z.unknown()).default([]),
});

/** Stands in for Slack's Web API, which answers 200 with `ok: false` when something is wrong. */
export function createSlack() {
	const workspace = createSlackWorkspace();
	return {
		...createVendor({
			name: 'Slack',
			hosts: ['slack.com'],
			routes: routesOf(workspace),
			authorize: ({ headers: { authorization } }) => {
				if (!authorization) return failed('not_authed');
				return authorization === `Bearer ${KEYS.slack}` ? undefined : failed('invalid_auth');
			},
			answerUnknown: () => failed('unknown_method'),
			answerBusy: () => ({
				...failed('ratelimited'),
				status: 429,
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => ({ ...failed('internal_error'), status: 500 }),
		}),
		addChannel: (id: string, name: string): void => void workspace.channels.push({ id, name }),
		addPerson: (person: Person): void => void workspace.people.push(person),
		/** Every message so far, oldest first. */
		messages: (): Message[] => [...workspace.messages],
	};
}

/** The methods of Slack's API; it takes each of them by GET as well as by POST. */
function routesOf(workspace: SlackWorkspace): Routes {
	const { channels, people } = workspace;
	const findPerson = (field: 'id' | 'email', problem: string) => (request: VendorRequest) => {
		const { user, email } = argumentsOf(request);
		const person = people.find((one) => one[field] === (field === 'id' ? user : email));
		return person ? done({ user: showPerson(person) }) : failed(problem);
	};
	const methods: Routes = {
		'auth.test': () => done({ url: 'https://stand-in.slack.com/', team: 'Stand-in', user: 'n8n' }),
		'chat.postMessage': (request) => postMessage(workspace, request),
		'conversations.list': () => done({ channels, ...LAST_PAGE }),
		'conversations.open': (request) => {
			const person = people.find(({ id }) => id === argumentsOf(request).users);
			return person ? done({ channel: { id: directId(person) } }) : failed('user_not_found');
		},
		'users.list': () => done({ members: people.map(showPerson), ...LAST_PAGE }),
		'users.info': findPerson('id', 'user_not_found'),
		'users.lookupByEmail': findPerson('email', 'users_not_found'),
		'users.profile.get': () => done({ profile: { real_name: 'n8n' } }),
	};
	return Object.fromEntries(
		Object.entries(methods).flatMap(([name, handle]) => [
			[`GET /api/${name}`, handle],
			[`POST /api/${name}`, handle],
		]),
	);
}

const LONGEST_TEXT = 40_000;
const LAST_PAGE = { response_metadata: { next_cursor: '' } };

function postMessage(workspace: SlackWorkspace, request: VendorRequest): Answer {
	const read = messageArguments.safeParse(argumentsOf(request));
	if (!read.success) return failed('invalid_arguments');
	const { channel: wanted, text, blocks, attachments } = read.data;
	if (text.length > LONGEST_TEXT) return failed('msg_too_long');
	const target = workspace.findTarget(wanted);
	if (!target) return failed('channel_not_found');
	if (text === '' && blocks.length === 0 && attachments.length === 0) return failed('no_text');
	const problem = findBlockProblem(blocks);
	if (problem) return failed('invalid_blocks', { errors: [problem] });
	const { channel, ts } = workspace.keep({ ...target, text, blocks });
	const message = {
		type: 'message',
		subtype: 'bot_message',
		text,
		blocks,
		ts,
		bot_id: 'B0HANDOFF',
	};
	return done({ channel, ts, message });
}

function argumentsOf({ query, body }: VendorRequest): Record<string, unknown> {
	return { ...Object.fromEntries(query), ...z.record(z.unknown()).catch({}).parse(body) };
}

/** Blocks arrive as JSON, or as text of JSON when they come with a form. */
function parseText(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		const content: unknown = JSON.parse(value);
		return content;
	} catch {
		return value;
	}
}

function showPerson({ id, name, realName, email }: Person) {
	return { id, name, real_name: realName, deleted: false, profile: { email, real_name: realName } };
}

function done(content: Record<string, unknown>): Answer {
	return { status: 200, body: { ok: true, ...content } };
}

function failed(error: string, more: Record<string, unknown> = {}): Answer {
	return { status: 200, body: { ok: false, error, ...more } };
}
