import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAirtable } from './airtable';
import { makeCertificates } from './authority';
import { createMake, createZapier } from './catchHooks';
import { createClickup } from './clickup';
import { egressEnvironment, readEgress, type Refusal } from './egress';
import { createGoogleSheets } from './googleSheets';
import { createHubspot } from './hubspot';
import { createPipedrive } from './pipedrive';
import { createSalesforce } from './salesforce';
import { createSlack } from './slack';
import { serveVendors } from './tlsServer';
import type { RecordedRequest } from './vendor';
import { createZoho } from './zoho';

/** Every vendor that has a stand-in. A new one is a file beside this one and a line here. */
const createVendors = () => ({
	hubspot: createHubspot(),
	clickup: createClickup(),
	slack: createSlack(),
	pipedrive: createPipedrive(),
	salesforce: createSalesforce(),
	zoho: createZoho(),
	airtable: createAirtable(),
	googleSheets: createGoogleSheets(),
	zapier: createZapier(),
	make: createMake(),
});

export type Vendors = ReturnType<typeof createVendors>;

export interface Standins extends Vendors {
	/** Environment that a Node program needs to talk to the stand-ins and to nobody else. */
	environment(): Record<string, string>;
	/** Every request to any vendor, oldest first. */
	requests(): RecordedRequest[];
	/** Connections to other places that such a program wanted to open. */
	refusedConnections(): Refusal[];
	stop(): Promise<void>;
}

/** Starts the stand-ins for all vendors on loopback, over TLS with a throw-away authority. */
export async function startStandins(): Promise<Standins> {
	const vendors = createVendors();
	const all = Object.values(vendors);
	const hosts = all.flatMap((vendor) => vendor.hosts);
	const certificates = await makeCertificates(hosts);
	const server = await serveVendors(all, certificates);
	const folder = mkdtempSync(join(tmpdir(), 'handoff-standins-'));
	const authorityFile = join(folder, 'authority.pem');
	const logFile = join(folder, 'egress.jsonl');
	writeFileSync(authorityFile, certificates.authority);
	const routes = Object.fromEntries(hosts.map((host) => [`${host}:443`, server.port]));
	return {
		...vendors,
		environment: () => egressEnvironment({ routes, logFile, authorityFile }),
		requests: () =>
			all.flatMap((vendor) => vendor.requests()).sort((a, b) => a.at.localeCompare(b.at)),
		refusedConnections: () => readEgress(logFile),
		stop: async () => {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
