import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Certificates } from './authority';
import type { Vendor, VendorRequest } from './vendor';

export interface TlsServer {
	port: number;
	stop(): Promise<void>;
}

/** Serves all vendors on one loopback port; the Host header says which of them is meant. */
export async function serveVendors(
	vendors: Vendor[],
	{ privateKey, certificate }: Certificates,
): Promise<TlsServer> {
	const server = createServer({ key: privateKey, cert: certificate }, (incoming, outgoing) => {
		serve(vendors, incoming, outgoing).catch(() => outgoing.destroy());
	});
	return {
		port: await listen(server),
		stop: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function serve(vendors: Vendor[], incoming: IncomingMessage, outgoing: ServerResponse) {
	const [host = ''] = (incoming.headers.host ?? '').split(':');
	const vendor = vendors.find(({ hosts }) => hosts.includes(host));
	const answer = await vendor?.answer(await readRequest(incoming));
	if (!answer) {
		incoming.socket.destroy();
		return;
	}
	const { status, headers, body } = answer;
	outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
	outgoing.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readRequest(incoming: IncomingMessage): Promise<VendorRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
	const { pathname, searchParams } = new URL(incoming.url ?? '/', 'https://stand-in');
	const headers = Object.entries(incoming.headers).map(([name, value]) => [name, `${value}`]);
	return {
		method: incoming.method ?? 'GET',
		path: pathname,
		params: {},
		query: searchParams,
		headers: Object.fromEntries(headers),
		body: readBody(Buffer.concat(chunks).toString(), incoming.headers['content-type'] ?? ''),
	};
}

function readBody(text: string, contentType: string): unknown {
	if (text === '') return undefined;
	if (contentType.includes('x-www-form-urlencoded')) {
		return Object.fromEntries(new URLSearchParams(text));
	}
	try {
		const content: unknown = JSON.parse(text);
		return content;
	} catch {
		return text;
	}
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
}
