import { chooseValues } from '../scenario/chosenTemplate';
import { flowIn, type Flow } from '../scenario/flow';
import type { Office } from '../scenario/openOffice';
import { completeDeal, studioPolicy } from '../scenario/studio';
import { importWorkflow } from '../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';

/**
 * Makes the choices that a flow asks for which somebody saved in the editor, with the credentials of
 * the stand-ins and the studio's people, and publishes it.
 */
export async function publishChosen({ n8n }: Pick<Office, 'n8n'>, saved: string): Promise<Flow> {
	const { client } = n8n;
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const written = JSON.stringify(await client.readWorkflow(saved));
	const { id } = await importWorkflow(client, chooseValues(written, studioPolicy()), credentials);
	await client.publish(id);
	return flowIn(client, id);
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
