import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAirtable } from './airtable';
import { createAsana } from './asana';
import { makeCertificates } from './authority';
import { createMake, createZapier } from './catchHooks';
import { createClickup } from './clickup';
import { egressEnvironment, readEgress, type Refusal } from './egress';
import { createGoogleSheets } from './googleSheets';
import { createHubspot } from './hubspot';
import { createOpenai } from './openai';
import { createPipedrive } from './pipedrive';
import { createQuickbooks } from './quickbooks';
import { createSalesforce } from './salesforce';
import { createDiscord } from './discord';
import { createGithub } from './github';
import { createGoogle } from './google';
import { createJira } from './jira';
import { createLinear } from './linear';
import { createMicrosoft } from './microsoft';
import { createMonday } from './monday';
import { createNotion } from './notion';
import { createSlack } from './slack';
import { SMTP_HOST, SMTP_PORT, startSmtp, type SmtpStandin } from './smtp';
import { serveVendors } from './tlsServer';
import { createTodoist } from './todoist';
import { createTrello } from './trello';
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
	quickbooks: createQuickbooks(),
	openai: createOpenai(),
	zapier: createZapier(),
	make: createMake(),
	asana: createAsana(),
	jira: createJira(),
	monday: createMonday(),
	trello: createTrello(),
	notion: createNotion(),
	todoist: createTodoist(),
	linear: createLinear(),
	github: createGithub(),
	microsoft: createMicrosoft(),
	google: createGoogle(),
	discord: createDiscord(),
});

export type Vendors = ReturnType<typeof createVendors>;

export interface Standins extends Vendors {
	/** A mail server, which speaks another language than the others. */
	smtp: SmtpStandin;
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
	const smtp = await startSmtp();
	const folder = mkdtempSync(join(tmpdir(), 'handoff-standins-'));
	const authorityFile = join(folder, 'authority.pem');
	const logFile = join(folder, 'egress.jsonl');
	writeFileSync(authorityFile, certificates.authority);
	const routes = {
		...Object.fromEntries(hosts.map((host) => [`${host}:443`, server.port])),
		[`${SMTP_HOST}:${SMTP_PORT}`]: smtp.port,
	};
	return {
		...vendors,
		smtp,
		environment: () => egressEnvironment({ routes, logFile, authorityFile }),
		requests: () =>
			all.flatMap((vendor) => vendor.requests()).sort((a, b) => a.at.localeCompare(b.at)),
		refusedConnections: () => readEgress(logFile),
		stop: async () => {
			await server.stop();
			await smtp.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
