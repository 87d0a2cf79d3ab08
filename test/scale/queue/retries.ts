import type { N8nClient } from '../../harness/client';
import { importWorkflow } from '../../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../../fakes/credentials';
import { placeholder } from '../../../templates/builder/combinations/adapters';
import { writeJson } from '../../../templates/builder/nodes/workflow';
import {
	LEAVE_MINUTES,
	MINUTES_BETWEEN_RUNS,
} from '../../../templates/builder/operations/retryNames';
import { makeApiKey } from '../../e2e/importer/agency';

const ADDRESS = placeholder('Address of this n8n (https://n8n.example.com)');

/**
 * Imports the template that retries what n8n gave up, as an agency sets it up, not yet published.
 *
 * @param template as it is shipped
 * @param url where n8n answers its public API
 * @param leaveMinutes how long a crashed execution is left alone, and runs are apart; as shipped
 *   when left out
 * @returns the id of the workflow
 */
export async function importRetries(
	{ client, url }: { client: N8nClient; url: string },
	template: Record<string, unknown>,
	leaveMinutes?: number,
): Promise<string> {
	const data = { apiKey: await makeApiKey({ client }, /^(workflow|execution):/), baseUrl: url };
	const credentials = {
		slackApi: await client.createCredential(STANDIN_CREDENTIALS.slackApi),
		n8nApi: await client.createCredential({ type: 'n8nApi', name: 'n8n API', data }),
	};
	const shipped = writeJson(template).replaceAll(ADDRESS, url);
	const text = leaveMinutes === undefined ? shipped : hasty(shipped, leaveMinutes);
	return (await importWorkflow(client, JSON.parse(text), credentials)).id;
}

function hasty(shipped: string, leaveMinutes: number): string {
	const text = shipped
		.replace(`"rightValue": ${LEAVE_MINUTES},`, `"rightValue": ${leaveMinutes},`)
		.replace(
			`"minutesInterval": ${MINUTES_BETWEEN_RUNS}`,
			`"minutesInterval": ${Math.max(1, leaveMinutes)}`,
		);
	if (text === shipped) throw new Error('the template says nowhere how long it leaves what died');
	return text;
}
