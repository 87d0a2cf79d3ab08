import { join } from 'node:path';
import { z } from 'zod';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { submitDecision } from '../scenario/decisionPage';
import { readyHandoff } from '../support/handoffs';
import { acceptWorkflow, DANA, publishAccept, type Asked } from './acceptFlow';
import { ledgerTables } from './ledgerTables';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

const MEGABYTE = 1024 * 1024;
const LIMIT = 12 * MEGABYTE;
const ACCEPTANCE = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };
const LEDGER = 'handoff_ledger';

let n8n: RunningN8n;
let tables: ReturnType<typeof ledgerTables>;
let ask: (different?: Partial<Handoff>) => Promise<Asked>;
beforeAll(async () => {
	n8n = await startN8n({
		packageFrom: join(__dirname, '..', '..'),
		env: { N8N_DATA_TABLES_MAX_SIZE_BYTES: String(LIMIT) },
	});
	tables = ledgerTables(n8n.client);
	ask = await publishAccept(n8n, acceptWorkflow('failing', { keepLedger: 'here' }));
});
afterAll(async () => await n8n?.stop());

let handoffs = 0;
const newHandoff = (): Handoff => {
	const id = (handoffs += 1).toString(16).padStart(32, '0');
	return readyHandoff({ id, receiver: { team: 'Delivery', people: [DANA] } });
};
const typesOf = async ({ id }: Handoff) =>
	(await n8n.client.readDataTable(LEDGER))
		.filter(({ handoffId }) => handoffId === id)
		.map(({ type }) => String(type).split('.')[1]);

/** Presses “Retry” on an execution that failed. */
async function retry(executionId: string): Promise<string> {
	const retried = await n8n.client.call(z.object({ id: z.string() }), {
		method: 'POST',
		path: `/executions/${executionId}/retry`,
		body: { loadWorkflow: false },
	});
	return retried.id;
}

it('asks nobody when the tables are full, and asks when there is room', async () => {
	const first = newHandoff();
	await ask(first);
	await tables.fill(LIMIT / MEGABYTE);
	const second = newHandoff();

	await expect(ask(second)).rejects.toThrow('Data Tables that are full');
	expect(await typesOf(second)).toEqual([]);
	await tables.makeRoom();
	await ask(second);
	expect(await typesOf(second)).toEqual(['started', 'requested']);
});

it('lets nothing leave by Accepted that the full tables do not hold; the retry does', async () => {
	const handoff = newHandoff();
	const asked = await ask(handoff);
	await tables.fill(LIMIT / MEGABYTE);
	const answered = await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);

	expect(answered.status).toBe(200);
	const failed = await asked.until('error');
	expect(failed.error?.message).toContain('Data Tables that are full');
	expect(await asked.output(1)).toEqual([]);
	await tables.makeRoom();
	await n8n.client.waitForExecution(await retry(asked.executionId), 'success');
	expect(await typesOf(handoff)).toEqual(['started', 'requested', 'accepted', 'met']);
});

it('makes no decision void because the ledger was lost, and records it when that is back', async () => {
	const handoff = newHandoff();
	const asked = await ask(handoff);
	const rows = await n8n.client.readDataTable(LEDGER);
	await tables.remove(LEDGER);
	await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
	const failed = await asked.until('error');

	expect(failed.error?.message).toContain('The ledger holds nothing any more of');
	expect((await asked.textsFor(DANA.email)).join()).not.toContain('came too late');
	await tables.insert(LEDGER, rows);
	const id = await retry(asked.executionId);
	await until('the acceptance', async () => (await typesOf(handoff)).includes('accepted'));
	await n8n.client.waitForExecution(id, 'success');
	expect(await typesOf(handoff)).toEqual(['started', 'requested', 'accepted', 'met']);
});

it('says which column is missing, and asks nobody', async () => {
	await tables.removeColumn(LEDGER, 'actor');

	await expect(ask(newHandoff())).rejects.toThrow('lacks “actor”');
});
