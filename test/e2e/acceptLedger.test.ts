import { join } from 'node:path';
import { z } from 'zod';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { writeRow } from '../../nodes/domain/ledger/writeRow';
import { itemsOf } from '../harness/executions';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import type { WorkflowJson } from '../harness/workflows';
import { submitDecision } from '../scenario/decisionPage';
import { readyHandoff } from '../support/handoffs';
import { acceptWorkflow, DANA, publishAccept, ROBIN, type Asked } from './acceptFlow';
import { webhook } from './lineWorkflow';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

const ACCEPTANCE = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };
const LEDGER = 'handoff_ledger';
const REQUESTED = 'handoff.requested';
const STARTED = 'sla.started';
const SECONDS_AT_WORK = 12;

let n8n: RunningN8n;
let reminded: { handoff: Handoff; asked: Asked };
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..'), readyWithinMs: 180_000 });
	const { agreed } = newHandoff();
	const sla = { accept: { minutes: 1, milestones: [50, 100], escalateTo: [] } };
	const handoff = newHandoff({ agreed: { ...agreed, sla } });
	const ask = await publishAccept(n8n, acceptWorkflow('reminded', { keepLedger: 'here' }));
	reminded = { handoff, asked: await ask(handoff) };
});
afterAll(async () => await n8n?.stop());

let handoffs = 0;
const newHandoff = (different: Partial<Handoff> = {}): Handoff => {
	const id = (handoffs += 1).toString(16).padStart(32, '0');
	return readyHandoff({ id, receiver: { team: 'Delivery', people: [DANA, ROBIN] }, ...different });
};
const rowsOf = async ({ id }: { id: string }) =>
	(await n8n.client.readDataTable(LEDGER)).filter(({ handoffId }) => handoffId === id);
const typesOf = async (handoff: { id: string }) =>
	(await rowsOf(handoff)).map(({ type }) => String(type).split('.')[1]);

const readLedger = {
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	alwaysOutputData: true,
	parameters: {
		resource: 'row',
		operation: 'get',
		dataTableId: { __rl: true, mode: 'name', value: LEDGER },
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: 'handoffId', keyValue: '={{ $json.handoff.id }}' }] },
		returnAll: true,
	},
};

/** Behind Notify and behind Accepted the ledger is read: what does it say when something leaves? */
function readingWorkflow(path: string, parameters: Record<string, unknown> = {}): WorkflowJson {
	const workflow = acceptWorkflow(path, { keepLedger: 'here', ...parameters }, readLedger);
	const witness = {
		id: `${path}-accepted`,
		name: 'At Accepted',
		position: [600, 200],
		...readLedger,
	};
	const at = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		...workflow,
		nodes: [...workflow.nodes, witness],
		connections: {
			...workflow.connections,
			'Handoff Accept': { main: [at('Channel'), at(witness.name)] },
		},
	};
}

const pause = {
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: SECONDS_AT_WORK, unit: 'seconds' },
};

/** Writes rows into the ledger by another flow, as a gate would. */
async function addRows(path: string, rows: object[]): Promise<void> {
	const insert = {
		id: `${path}-1`,
		name: 'Insert',
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		position: [400, 0],
		parameters: {
			resource: 'row',
			operation: 'insert',
			dataTableId: { __rl: true, mode: 'name', value: LEDGER },
			columns: { mappingMode: 'autoMapInputData', value: null },
		},
	};
	const split = {
		id: `${path}-2`,
		name: 'Rows',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [200, 0],
		parameters: { fieldToSplitOut: 'body.rows' },
	};
	const { id } = await n8n.client.createWorkflow({
		name: path,
		nodes: [{ id: `${path}-0`, position: [0, 0], ...webhook(path) }, split, insert],
		connections: {
			Start: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
			Rows: { main: [[{ node: 'Insert', type: 'main', index: 0 }]] },
		},
	});
	await n8n.client.publish(id);
	await n8n.client.callWebhook(path, { rows });
	await n8n.client.waitForExecutions({ workflowId: id, status: ['success'] }, 1);
}

const typesAt = async (executionId: string, node: string) => {
	const execution = await n8n.client.readExecution(executionId);
	return itemsOf(execution, node, 0).map(({ json }) => json.type);
};

describe('Handoff Accept and the ledger in a real n8n', () => {
	it('records that it asks before Notify, and a decision before Accepted', async () => {
		const handoff = newHandoff();
		const asked = await (await publishAccept(n8n, readingWorkflow('road')))(handoff);
		expect(await typesAt(asked.executionId, 'Channel')).toEqual([
			...[STARTED, REQUESTED],
			...[STARTED, REQUESTED],
		]);

		const answered = await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
		expect(answered.status).toBe(200);
		await asked.until('success');
		expect(await typesAt(asked.executionId, 'At Accepted')).toEqual([
			...[STARTED, REQUESTED],
			...['handoff.accepted', 'sla.met'],
		]);
		const [accepted] = await asked.output(1);
		expect(accepted).toMatchObject({
			outcome: 'accepted',
			message: { to: [{ name: 'Sam Seller' }] },
		});
	});

	it('asks once when the same handoff arrives in two executions at once', async () => {
		const workflow = acceptWorkflow('twice', { keepLedger: 'here' });
		const { id: workflowId } = await n8n.client.createWorkflow(workflow);
		await n8n.client.publish(workflowId);
		const handoff = newHandoff();
		await Promise.all([1, 2, 3].map(() => n8n.client.callWebhook('twice', { handoff })));
		await n8n.client.waitForExecutions({ workflowId, status: ['success'] }, 2);
		await n8n.client.waitForExecutions({ workflowId, status: ['waiting'] }, 1);

		expect(await typesOf(handoff)).toEqual(['started', 'requested']);
	});

	it('counts two voters who answer at the same moment', async () => {
		const parameters = { keepLedger: 'here', acceptedWhen: 'all' };
		const ask = await publishAccept(n8n, acceptWorkflow('votes', parameters));
		const handoff = newHandoff();
		const asked = await ask(handoff);
		const vote = async (email: string) => {
			const link = await asked.linkFor(email);
			await until(`the vote of ${email}`, async () => {
				const { status } = await submitDecision(link, { ...ACCEPTANCE, name: email });
				return status === 200;
			});
		};
		await Promise.all([vote(DANA.email), vote(ROBIN.email)]);
		await asked.until('success');

		expect(await typesOf(handoff)).toEqual(['started', 'requested', 'voted', 'accepted', 'met']);
		const [accepted] = await asked.output(1);
		const voters = [...(accepted?.request?.votes ?? []), accepted?.decision].map(
			(each) => each?.by.email,
		);
		expect(voters.sort()).toEqual([DANA.email, ROBIN.email]);
	});

	it.each(['replaced', 'withdrawn'] as const)(
		'decides nothing about a question that was %s, and tells who decided and who was asked',
		async (what) => {
			const ask = await publishAccept(n8n, acceptWorkflow(what, { keepLedger: 'here' }));
			const handoff = newHandoff();
			const asked = await ask(handoff);
			const at = Date.now();
			const data = { ready: true, mode: 'enforce' as const, digest: 'new', score: 100 };
			const rows = {
				replaced: writeRow(
					{ ...handoff, attempt: 2 },
					{ type: 'handoff.evaluated', at, data: { ...data, open: [], checked: [], waived: [] } },
				),
				withdrawn: writeRow(handoff, { type: 'handoff.withdrawn', at, data: {} }),
			};
			await addRows(`rows-${what}`, [rows[what]]);
			await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
			await asked.until('success');

			expect(await typesOf(handoff)).not.toContain('accepted');
			expect(await asked.output(1)).toEqual([]);
			expect((await asked.textsFor(DANA.email)).at(-1)).toContain('came too late');
			expect((await asked.output(0)).at(-1)?.message).toMatchObject({ kind: what, to: [ROBIN] });
		},
	);

	it('records a reminder when it has gone out', async () => {
		const { handoff, asked } = reminded;
		const isReminded = async () => (await typesOf(handoff)).includes('reminded');
		await until('a reminder', isReminded, 110_000);
		const [, , row] = await rowsOf(handoff);
		const { dueAt } = z.object({ dueAt: z.string() }).parse(JSON.parse(String(row?.data)));

		expect(Date.parse(String(row?.at))).toBeGreaterThanOrEqual(Date.parse(dueAt));
		// n8n saves what an execution has done when it waits again, a moment after the row is written.
		const kinds = async () => (await asked.output(0)).map(({ message }) => message?.kind);
		await until('the reminder', async () => (await kinds()).includes('reminder'));
	});

	it('asks again when n8n was killed at work and the execution is retried, and decides once', async () => {
		const workflow = acceptWorkflow('killed', { keepLedger: 'here' }, pause);
		const { id: workflowId } = await n8n.client.createWorkflow(workflow);
		await n8n.client.publish(workflowId);
		const handoff = newHandoff();
		await n8n.client.callWebhook('killed', { handoff });
		await until('the question', async () => (await typesOf(handoff)).length > 0);
		await n8n.kill9();
		await n8n.restart();
		const [crashed] = await n8n.client.waitForExecutions(
			{ workflowId, status: ['crashed'] },
			1,
			60_000,
		);
		const retried = await n8n.client.call(z.object({ id: z.string() }), {
			method: 'POST',
			path: `/executions/${crashed?.id}/retry`,
			body: { loadWorkflow: false },
		});
		const { id } = retried;
		await n8n.client.waitForExecution(id, 'waiting', 60_000);
		const again = itemsOf(await n8n.client.readExecution(id), 'Handoff Accept', 0);
		const [link = ''] = JSON.stringify(again).match(/https?:[^"\\]*webhook-waiting[^"\\]*/) ?? [];
		expect((await submitDecision(link, ACCEPTANCE)).status).toBe(200);
		await n8n.client.waitForExecution(id, 'success', 60_000);

		expect(await typesOf(handoff)).toEqual([
			'started',
			'requested',
			'requested',
			'accepted',
			'met',
		]);
	});
});
