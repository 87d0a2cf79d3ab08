import { createServer, type Server, type Socket } from 'node:net';
import { planFaults, type FaultPlan } from './faults';
import { KEYS } from './credentials';
import { readMail, type Mail } from './mail';

/** An address for examples (RFC 5737): n8n looks names of mail servers up before it connects. */
export const SMTP_HOST = '192.0.2.25';
export const SMTP_PORT = 587;

export type SmtpStandin = Awaited<ReturnType<typeof startSmtp>>;

/** A mail server on loopback that takes mails from one user and delivers them to nobody. */
export async function startSmtp() {
	const mails: Mail[] = [];
	const faults = planFaults();
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => socket.destroy());
		converse(socket, { mails, faults });
	});
	return {
		port: await listen(server),
		/** Every mail that was taken, oldest first. */
		mails: (): Mail[] => [...mails],
		failNext: faults.failNext,
		clearFaults: faults.clear,
		stop: async (): Promise<void> => {
			for (const socket of open) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

interface Post {
	mails: Mail[];
	faults: FaultPlan;
}

/** One session of the mail protocol (RFC 5321), with PLAIN authentication (RFC 4954). */
function converse(socket: Socket, post: Post): void {
	let waiting = '';
	let isMail = false;
	const say = (line: string) => socket.write(`${line}\r\n`);
	say(`220 ${SMTP_HOST} ESMTP`);
	socket.on('data', (chunk: Buffer) => {
		waiting += chunk.toString();
		for (;;) {
			const end = waiting.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
			if (end < 0) return;
			const text = waiting.slice(0, end);
			waiting = waiting.slice(end + (isMail ? 5 : 2));
			if (isMail) answerMail(take(text, post), say);
			else say(reply(text));
			isMail = !isMail && text.toUpperCase() === 'DATA';
			if (text.toUpperCase() === 'QUIT') socket.end();
		}
	});
}

function reply(line: string): string {
	const [command = '', , given = ''] = line.split(' ');
	switch (command.toUpperCase()) {
		case 'EHLO':
			return `250-${SMTP_HOST}\r\n250 AUTH PLAIN`;
		case 'AUTH': {
			const [, , password] = Buffer.from(given, 'base64').toString().split('\0');
			return password === KEYS.smtp ? '235 Accepted' : '535 Authentication failed';
		}
		case 'DATA':
			return '354 Go on, and end with a dot';
		case 'QUIT':
			return '221 Bye';
		default:
			return '250 OK';
	}
}

interface Answer {
	line: string;
	afterMs: number;
}

function take(text: string, { mails, faults }: Post): Answer {
	const mail = readMail(text.replace(/^\.\./gm, '.'));
	const fault = faults.take({ method: 'DATA', path: '', query: new URLSearchParams(), body: mail });
	if (fault?.status === 429) return { line: '451 Too many mails, try again later', afterMs: 0 };
	const isSlow = fault?.status === 'slow';
	if (fault !== undefined && !isSlow) return { line: '554 Transaction failed', afterMs: 0 };
	mails.push(mail);
	return { line: '250 Taken', afterMs: isSlow ? (fault.delayMs ?? 0) : 0 };
}

function answerMail({ line, afterMs }: Answer, say: (line: string) => void): void {
	if (afterMs === 0) say(line);
	else setTimeout(() => say(line), afterMs).unref();
}

const listen = async (server: Server): Promise<number> =>
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
