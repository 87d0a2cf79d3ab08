import { chooseValues } from '../scenario/chosenTemplate';
import { flowIn, type Flow } from '../scenario/flow';
import { withLookNow } from '../scenario/lookNow';
import type { Office } from '../scenario/openOffice';
import { completeDeal, studioPolicy } from '../scenario/studio';
import { importWorkflow } from '../harness/importWorkflow';
import { until } from './templateRuns/run';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';

/** Stores the credentials of the stand-ins; their ids by type. */
async function storeCredentials({ client }: Office['n8n']): Promise<Record<string, string>> {
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	return credentials;
}

const isStored = async (client: Office['n8n']['client'], id: string): Promise<boolean> =>
	await client.readWorkflow(id).then(
		() => true,
		() => false,
	);

/** A flow that somebody saved in the editor with a credential in each node and no other choice made. */
export async function chooseCredentials(
	{ n8n }: Pick<Office, 'n8n'>,
	saved: string,
): Promise<string> {
	// The editor shows the address of a workflow a moment before n8n has stored it.
	await until('the saved workflow', async () => await isStored(n8n.client, saved));
	const written = await n8n.client.readWorkflow(saved);
	return (await importWorkflow(n8n.client, written, await storeCredentials(n8n))).id;
}

/**
 * Makes the choices that a flow asks for which somebody saved in the editor, with the credentials of
 * the stand-ins and the studio's people, and publishes it.
 */
export async function publishChosen({ n8n }: Pick<Office, 'n8n'>, saved: string): Promise<Flow> {
	const { client } = n8n;
	const credentials = await storeCredentials(n8n);
	const written = JSON.stringify(await client.readWorkflow(saved));
	const { workflow, path } = withLookNow(chooseValues(written, studioPolicy()));
	const { id } = await importWorkflow(client, workflow, credentials);
	await client.publish(id);
	return flowIn(client, id, path);
}

/** The same, run once over a retainer without billing day. */
export async function runChosen(
	office: Pick<Office, 'n8n' | 'standins'>,
	saved: string,
): Promise<string> {
	const { hubspot, slack } = office.standins;
	const flow = await publishChosen(office, saved);
	const properties = {
		...completeDeal('Retainer for Fern', Date.now()),
		handoff_service: 'retainer',
	};
	hubspot.addDeal({ properties });
	await flow.poll();
	if (!slack.messages().some(({ text }) => text.includes('Retainer for Fern'))) {
		throw new Error('nobody was told about the deal');
	}
	return flow.workflowId;
}
