import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const FREE_WITHIN_MS = 5_000;

/** Finds a port of the loopback interface that nobody listens on at this moment. */
export function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

/** Whether somebody listens on this port of the loopback interface. */
export function isPortTaken(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(true));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
	});
}

/**
 * Waits until nobody listens on these ports of the loopback interface.
 *
 * @throws Error when one of them stays taken for five seconds.
 */
export async function untilFree(ports: number[]): Promise<void> {
	const deadline = Date.now() + FREE_WITHIN_MS;
	for (const port of ports) {
		while (await isPortTaken(port)) {
			if (Date.now() > deadline) throw new Error(`Port ${port} is taken by another program`);
			await sleep(25);
		}
	}
}
