import { KEYS } from '../fakes/credentials';
import type { Sent } from './sentRequests';

/**
 * Sends a record to the flow, again as long as n8n has not registered its address yet.
 *
 * @param key of the flow's Header Auth credential; none is sent when it is empty
 * @returns the status, and the answer as it was read from JSON or else as text
 */
export async function sendRecord(
	n8nUrl: string,
	{ headers, body }: Sent,
	key: string = KEYS.incoming,
): Promise<{ status: number; answer: unknown }> {
	for (;;) {
		const answer = await fetch(`${n8nUrl}/webhook/handoff`, {
			method: 'POST',
			headers: { ...headers, ...(key !== '' && { 'x-handoff-key': key }) },
			body,
		});
		const text = await answer.text();
		if (answer.status !== 404) return { status: answer.status, answer: readJson(text) };
	}
}

function readJson(text: string): unknown {
	try {
		const content: unknown = JSON.parse(text);
		return content;
	} catch {
		return text;
	}
}
