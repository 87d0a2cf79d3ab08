import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const refusal = z.object({ at: z.string(), host: z.string(), port: z.number() });

/** A connection to the world that was not allowed. */
export type Refusal = z.infer<typeof refusal>;

export interface Egress {
	/** Port on loopback for each `host:port` that may be called. */
	routes: Record<string, number>;
	/** File that refused connections are noted in, one JSON object a line. */
	logFile: string;
	/** Certificate of the authority that the stand-ins are trusted by, as a PEM file. */
	authorityFile?: string;
}

/** Environment of a Node program that may reach loopback and the listed hosts, and nothing else. */
export function egressEnvironment({ routes, logFile, authorityFile }: Egress) {
	return {
		NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'redirect.cjs'))}`,
		HANDOFF_EGRESS_ROUTES: JSON.stringify(routes),
		HANDOFF_EGRESS_LOG: logFile,
		...(authorityFile && { NODE_EXTRA_CA_CERTS: authorityFile }),
	};
}

/** The connections that were refused so far, oldest first. */
export function readEgress(logFile: string): Refusal[] {
	if (!existsSync(logFile)) return [];
	const lines = readFileSync(logFile, 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => refusal.parse(JSON.parse(line)));
}
