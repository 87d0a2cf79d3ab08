import { chooseValues } from '../../scenario/chosenTemplate';
import { withLookNow } from '../../scenario/lookNow';
import { completeDeal, furnish, studioPolicy } from '../../scenario/studio';
import type { N8nClient } from '../../harness/client';
import { importWorkflow } from '../../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../../fakes/credentials';
import type { Standins } from '../../fakes/standins';
import { composeHandoff } from '../../../templates/builder/combinations/compose';
import { pickCombination } from '../../../templates/builder/combinations/pickCombination';
import { writeJson } from '../../../templates/builder/nodes/workflow';

/** The flagship template as it runs. */
export interface Flagship {
	workflowId: string;
	/** The webhook by which it looks for deals. */
	lookPath: string;
}

/**
 * Imports the flagship template as an agency would, with a webhook in the place of its schedule: the
 * test decides when it looks for deals, and how many there are then.
 */
export async function importFlagship(client: N8nClient, standins: Standins): Promise<Flagship> {
	furnish(standins);
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const systems = { crm: 'hubspot', project: 'clickup', channel: 'slack' };
	const template = writeJson(composeHandoff(pickCombination(systems)));
	const { workflow, path } = withLookNow(chooseValues(template, studioPolicy()));
	const { id } = await importWorkflow(client, workflow, credentials);
	await client.publish(id);
	return { workflowId: id, lookPath: path };
}

/** Wins so many deals with everything that the policy asks for; their ids. */
export const winDeals = ({ hubspot }: Standins, count: number): string[] => {
	const from = hubspot.deals().length;
	return Array.from({ length: count }, (_none, index) =>
		hubspot.addDeal({ properties: completeDeal(`Roll-out ${from + index}.`, Date.now()) }),
	);
};
