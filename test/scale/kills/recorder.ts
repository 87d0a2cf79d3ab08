import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handoffSchema, type Handoff } from '../../../nodes/domain/handoff/envelope';

/** What a flow told the outside world, with when it arrived. */
export interface Told {
	at: number;
	handoff: Handoff;
}

export interface Recorder {
	messagesUrl: string;
	outcomesUrl: string;
	/** What was sent to people, oldest first. */
	messages: Told[];
	/** What became of handoffs, oldest first; the same one twice when it was told twice. */
	outcomes: Told[];
	stop(): Promise<void>;
}

/** Stands in for the channel and the project tool: it outlives n8n and keeps what it was told. */
export async function startRecorder(): Promise<Recorder> {
	const messages: Told[] = [];
	const outcomes: Told[] = [];
	const server = createServer((request, response) => {
		void readAll(request).then((body) => {
			const told = { at: Date.now(), handoff: handoffSchema.parse(JSON.parse(body)) };
			(request.url === '/outcome' ? outcomes : messages).push(told);
			response.setHeader('content-type', 'application/json').end('{"ok":true}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		messages,
		outcomes,
		messagesUrl: `http://127.0.0.1:${port}/message`,
		outcomesUrl: `http://127.0.0.1:${port}/outcome`,
		stop: async () =>
			await new Promise<void>((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

async function readAll(request: IncomingMessage): Promise<string> {
	const chunks: string[] = [];
	request.setEncoding('utf8');
	for await (const chunk of request) chunks.push(String(chunk));
	return chunks.join('');
}
