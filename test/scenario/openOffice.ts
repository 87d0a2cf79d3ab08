import { join } from 'node:path';
import { importWorkflow } from '../harness/importWorkflow';
import { startN8n, type RunningN8n, type StartOptions } from '../harness/startN8n';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';
import { startStandins, type Standins } from '../fakes/standins';
import { chooseValues, type Policy } from './chosenTemplate';
import { flowIn, type Flow } from './flow';
import { withLookNow } from './lookNow';
import { furnish } from './studio';

const PACKAGE = join(__dirname, '..', '..');

/** A real n8n and stand-ins for the vendors around it, with people but without any flow. */
export interface Office {
	n8n: RunningN8n;
	standins: Standins;
	/** Imports a template as an agency would, makes every choice and publishes it. */
	install(template: string, changePolicy?: (policy: Policy) => Policy): Promise<Flow>;
	close(): Promise<void>;
}

export interface OfficeOptions {
	env?: Record<string, string>;
	port?: number;
	/** What n8n takes the time from; the machine's clock when not given. */
	clock?: StartOptions['clock'];
	/** n8n's own folder, in which another node may lie already. */
	userFolder?: string;
	/** Seals the rows of the ledger. */
	sealKey?: string;
}

/** Starts n8n and the stand-ins, and stores a credential for each vendor. */
export async function openOffice({ sealKey, ...settings }: OfficeOptions = {}): Promise<Office> {
	const standins = await startStandins();
	furnish(standins);
	const n8n = await startN8n({ packageFrom: PACKAGE, standins, ...settings });
	const { client } = n8n;
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	if (sealKey !== undefined) {
		const data = { secretKey: sealKey, previousSecretKey: '' };
		const seal = { type: 'handoffSealApi', name: 'Handoff Seal', data };
		credentials[seal.type] = await client.createCredential(seal);
	}
	return {
		n8n,
		standins,
		install: async (template, changePolicy) => {
			const { workflow, path } = withLookNow(chooseValues(template, changePolicy));
			const { id } = await importWorkflow(client, workflow, credentials);
			await client.publish(id);
			return flowIn(client, id, path);
		},
		close: async () => {
			await n8n.stop();
			await standins.stop();
		},
	};
}
