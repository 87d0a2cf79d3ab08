import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { STANDIN_CREDENTIALS } from '../../fakes/credentials';
import { importWorkflow } from '../../harness/importWorkflow';
import { openOffice, type Office } from '../../scenario/openOffice';
import { completeDeal } from '../../scenario/studio';
import { NAMES } from '../../../templates/builder/nodes/names';

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates');

let office: Office;
beforeAll(async () => {
	office = await openOffice();
}, 180_000);
afterAll(async () => await office.close());

const template = z
	.object({
		name: z.string(),
		nodes: z.array(z.unknown()),
		connections: z.record(z.unknown()),
	})
	.parse(JSON.parse(readFileSync(join(TEMPLATES, 'hubspot-to-clickup.json'), 'utf8')));

it('stops a template in which nothing was chosen before anything is kept or told, and lists what to choose', async () => {
	const { n8n, standins } = office;
	const { client } = n8n;
	standins.hubspot.addDeal({ properties: completeDeal('Shop for Bolt', Date.now()) });
	const { type } = STANDIN_CREDENTIALS.hubspotAppToken;
	const hubspot = await client.createCredential(STANDIN_CREDENTIALS.hubspotAppToken);
	const { id } = await importWorkflow(client, template, { [type]: hubspot });

	const executionId = await client.runManually(id, NAMES.schedule);
	const { error } = await client.waitForExecution(executionId, 'error');

	const [begin, list = ''] = error?.message.split('. ') ?? [];
	expect(begin).toBe('Still to choose');
	expect(list.split(' · ').sort()).toEqual([
		'Create the task: ClickUp list for new projects',
		'Create the task: ClickUp space',
		'Create the task: ClickUp workspace',
		'Handoff settings: HubSpot account number',
		'Look for the task: ClickUp list for new projects',
		'Look for the task: ClickUp space',
		'Look for the task: ClickUp workspace',
	]);
	expect(standins.slack.messages()).toEqual([]);
	expect(standins.hubspot.notes()).toEqual([]);
	expect(await client.readDataTable('handoff_test_ledger')).toEqual([]);
}, 120_000);
