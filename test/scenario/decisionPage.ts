import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../fakes/slackWorkspace';
import { onOwnConnection } from '../harness/onOwnConnection';

const REGISTERED_WITHIN_MS = 30_000;

/** The decision links in the messages to one person, oldest first. */
export const linksIn = (messages: Message[], to: string): string[] =>
	messages
		.filter((message) => message.to === to)
		.flatMap(({ blocks }) => [
			...JSON.stringify(blocks).matchAll(/"(https?:[^"]*webhook-waiting[^"]*)"/g),
		])
		.map(([, url = '']) => url);

/** The newest decision link that a person got for a record with this title. */
export function newestLink(messages: Message[], to: string, title: string): string {
	const about = messages.filter((message) => JSON.stringify(message).includes(title));
	const link = linksIn(about, to).at(-1);
	if (link === undefined) throw new Error(`nobody sent ${to} a link for “${title}”`);
	return link;
}

const HIDDEN = /<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g;

/**
 * The page behind a link. A message goes out a moment before its run waits, and until then n8n
 * knows nothing of the link, so that a person who is faster than that tries again.
 */
export async function readPage(url: string): Promise<string> {
	for (const end = Date.now() + REGISTERED_WITHIN_MS; ; await sleep(100)) {
		const answer = await fetch(url, onOwnConnection());
		const page = await answer.text();
		if (answer.status !== 404) return page;
		if (Date.now() > end) throw new Error(`nothing answers at ${url}: ${page}`);
	}
}

/**
 * The page on which somebody can still decide. Right after the message n8n says that the execution is
 * running: a person who is that fast opens the link again.
 */
export async function openPage(url: string): Promise<string> {
	for (const end = Date.now() + REGISTERED_WITHIN_MS; ; await sleep(200)) {
		const page = await readPage(url);
		if (page.includes('<form') || Date.now() > end) return page;
	}
}

/** What a person sees and sends: the page is read first, its hidden fields go back with the form. */
export async function submitDecision(
	url: string,
	fields: Record<string, string>,
): Promise<{ status: number; page: string }> {
	const shown = await readPage(url);
	const hidden = [...shown.matchAll(HIDDEN)].map(([, name = '', value = '']) => [name, value]);
	const body = new URLSearchParams([...hidden, ...Object.entries(fields)]);
	const answer = await fetch(url, onOwnConnection({ method: 'POST', body }));
	return { status: answer.status, page: await answer.text() };
}

export const acceptance = (name: string): Record<string, string> => ({
	decision: 'accept',
	name,
	'check.goals-clear': 'on',
	'check.capacity': 'on',
});

export const returning = (name: string, code: string, note: string): Record<string, string> => ({
	decision: 'return',
	name,
	[`reason.${code}`]: 'on',
	[`note.${code}`]: note,
});
