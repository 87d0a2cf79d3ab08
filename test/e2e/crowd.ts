import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { itemsOf, type Execution } from '../harness/executions';
import type { RunningN8n } from '../harness/startN8n';
import type { WorkflowJson } from '../harness/workflows';
import { readyHandoff } from '../support/handoffs';
import { DANA, ROBIN } from './acceptFlow';

const ACCEPT = 'Handoff Accept';

/** One of many handoffs that wait, each in an execution of its own. */
export interface Waiting {
	executionId: string;
	/** The decision links by e-mail address. */
	links: Record<string, string>;
}

/** Does something for each of many, so many at a time, and keeps their order. */
export async function inParallel<Given, Made>(
	all: readonly Given[],
	atOnce: number,
	make: (one: Given, index: number) => Promise<Made>,
): Promise<Made[]> {
	const made: Made[] = new Array<Made>(all.length);
	const entries = all.entries();
	const worker = async () => {
		for (const [index, one] of entries) made[index] = await make(one, index);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return made;
}

/** Puts so many handoffs before Dana and Robin, and returns them when all of them wait. */
export async function askCrowd(
	{ client }: Pick<RunningN8n, 'client'>,
	workflow: WorkflowJson,
	count: number,
): Promise<Waiting[]> {
	const { id: workflowId } = await client.createWorkflow(workflow);
	await client.publish(workflowId);
	const receiver = { team: 'Delivery', people: [DANA, ROBIN] };
	await inParallel(Array.from({ length: count }), 10, async (_none, index) => {
		const id = String(index).padStart(32, '0');
		await client.callWebhook(workflow.name, { handoff: readyHandoff({ id, receiver }) });
	});
	const deadline = Date.now() + 120_000;
	for (;;) {
		const waiting = await client.listAllExecutions({ workflowId, status: ['waiting'] });
		if (waiting.length === count) {
			return await inParallel(waiting, 8, async ({ id }) =>
				linksOf(await client.readExecution(id)),
			);
		}
		if (Date.now() > deadline) throw new Error(`${waiting.length} of ${count} handoffs wait`);
	}
}

const linksOf = (execution: Execution): Waiting => ({
	executionId: execution.id,
	links: Object.fromEntries(
		envelopesOf(execution, 0).flatMap(({ request }) =>
			(request?.links ?? []).map(({ email, url }) => [email, url]),
		),
	),
});

/** The envelopes on an output: 0 Notify, 1 Accepted, 2 Returned, 3 No Decision. */
export const envelopesOf = (execution: Execution, output: number): Handoff[] =>
	itemsOf(execution, ACCEPT, output).map(({ json }) => JSON.parse(JSON.stringify(json)).handoff);
