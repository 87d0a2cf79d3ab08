import { chooseValues } from '../../demo/road/chosenTemplate';
import type { Office } from '../../demo/road/openOffice';
import { completeDeal, studioPolicy } from '../../demo/road/studio';
import { importWorkflow } from '../../demo/server/importWorkflow';
import { STANDIN_CREDENTIALS } from '../../demo/standins/credentials';

/** Makes the choices that the flow asks for, and runs it once over a retainer without billing day. */
export async function runChosen(
	{ n8n, standins }: Pick<Office, 'n8n' | 'standins'>,
	saved: string,
): Promise<string> {
	const { client } = n8n;
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const written = JSON.stringify(await client.readWorkflow(saved));
	const chosen = chooseValues(written, studioPolicy());
	const { id } = await importWorkflow(client, chosen, credentials);
	await client.publish(id);
	const properties = {
		...completeDeal('Retainer for Fern', Date.now()),
		handoff_service: 'retainer',
	};
	standins.hubspot.addDeal({ properties });
	const parent = await client.runManually(id, 'Run once now');
	await client.waitForExecution(parent, ['success', 'error', 'crashed']);
	const deadline = Date.now() + 60_000;
	while (!standins.slack.messages().some(({ text }) => text.includes('Retainer for Fern'))) {
		if (Date.now() > deadline) throw new Error('nobody was told about the deal within a minute');
		await new Promise((wake) => setTimeout(wake, 200));
	}
	return id;
}
