import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { NAMES } from '../../../templates/builder/nodes/names';

const ROOT = join(__dirname, '..', '..', '..');

let n8n: RunningN8n;
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: ROOT });
}, 180_000);
afterAll(async () => await n8n.stop());

const template = z
	.object({
		name: z.string(),
		nodes: z.array(z.unknown()),
		connections: z.record(z.unknown()),
	})
	.parse(JSON.parse(readFileSync(join(ROOT, 'templates', 'hubspot-to-clickup.json'), 'utf8')));

it('stops a template that was just imported before it does anything, and lists what to choose', async () => {
	const { client } = n8n;
	const { id } = await client.createWorkflow(template);

	const executionId = await client.runManually(id, NAMES.manual);
	const { error, runData } = await client.waitForExecution(executionId, 'error');

	expect(error?.message).toBe(
		[
			'Still to choose. Handoff settings: HubSpot account number',
			'Look for the task: ClickUp workspace',
			'Look for the task: ClickUp space',
			'Look for the task: ClickUp list for new projects',
			'Create the task: ClickUp workspace',
			'Create the task: ClickUp space',
			'Create the task: ClickUp list for new projects',
		].join(' · '),
	);
	expect(Object.keys(runData)).not.toContain('Find won deals');
}, 120_000);
