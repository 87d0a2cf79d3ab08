import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseValues } from '../../scenario/chosenTemplate';
import { completeDeal, furnish, studioPolicy } from '../../scenario/studio';
import type { N8nClient } from '../../harness/client';
import { importWorkflow } from '../../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../../fakes/credentials';
import type { Standins } from '../../fakes/standins';
import { CLAIM_HOLDS_MS } from '../../../templates/builder/ledger/claims';
import { RUN_FIELD } from '../../../templates/builder/ledger/identity';
import { line, webhook } from '../../e2e/lineWorkflow';

const TEMPLATE = join(__dirname, '..', '..', '..', 'templates', 'hubspot-to-clickup.json');
export const ENTRY = 'hand-over';

/**
 * Imports the flagship template as an agency would, and an entry that hands one deal to it: the
 * template itself looks for all open deals at once, which says nothing about how many at a time.
 *
 * @param claimHoldsMs how long an execution that died keeps others away from its deal
 * @param searchMinutes how far its own searches are apart, which ask again about what n8n has lost;
 *   as shipped when left out
 */
export async function importFlagship(
	client: N8nClient,
	standins: Standins,
	claimHoldsMs = CLAIM_HOLDS_MS,
	searchMinutes?: number,
): Promise<string> {
	furnish(standins);
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const text = readFileSync(TEMPLATE, 'utf8').replaceAll(
		`>= ${CLAIM_HOLDS_MS} ?`,
		`>= ${claimHoldsMs} ?`,
	);
	const often =
		searchMinutes === undefined
			? text
			: text.replace('"minutesInterval": 5', `"minutesInterval": ${searchMinutes}`);
	const template = chooseValues(often, studioPolicy());
	const { id } = await importWorkflow(client, template, credentials);
	await client.publish(id);
	const entry = line(ENTRY, [
		webhook(ENTRY),
		{
			name: 'Deal',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: `={{ { ...$json.body, ${RUN_FIELD}: $execution.id } }}`,
				options: {},
			},
		},
		{
			name: 'Hand over',
			type: 'n8n-nodes-base.executeWorkflow',
			typeVersion: 1.2,
			parameters: {
				source: 'database',
				workflowId: { __rl: true, mode: 'id', value: id },
				workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
				mode: 'each',
				options: { waitForSubWorkflow: false },
			},
		},
	]);
	await client.publish((await client.createWorkflow(entry)).id);
	return id;
}

/** Makes so many won deals with everything that the policy asks for; their ids. */
export const makeDeals = ({ hubspot }: Standins, count: number, from = 0): string[] =>
	Array.from({ length: count }, (_none, index) =>
		hubspot.addDeal({ properties: completeDeal(`Roll-out ${from + index}.`, Date.now()) }),
	);
