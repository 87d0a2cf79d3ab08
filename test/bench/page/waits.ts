import { z } from 'zod';
import { itemsOf } from '../../harness/executions';
import type { RunningN8n } from '../../harness/startN8n';
import type { WorkflowJson } from '../../harness/workflows';
import { acceptWorkflow, DANA } from '../../e2e/acceptFlow';
import { line, webhook, type NodeJson } from '../../e2e/lineWorkflow';
import { readyHandoff } from '../../support/handoffs';

/** Something that waits for a person in a real n8n: the page to read and the form to send. */
export interface Waiting {
	executionId: string;
	url: string;
}

/** How one kind of waiting is started and answered. */
export interface WaitKind {
	path: string;
	workflow(path: string): WorkflowJson;
	/** Reads the address of the page out of what the execution has put out so far. */
	urlOf(n8n: RunningN8n, executionId: string): Promise<string>;
	/** The form as a browser sends it. */
	form(): URLSearchParams | FormData;
	/** What the answer to the form must be for the time to count. */
	isTaken(status: number, body: string): boolean;
}

const ADDRESS = 'Address';
const field = (fieldLabel: string, fieldType: string, more: Record<string, unknown> = {}) => ({
	fieldLabel,
	fieldType,
	requiredField: false,
	...more,
});

/** The same question as n8n's own form: a choice, the checklist, reasons with notes, a name. */
const QUESTION = [
	field('Packet', 'html', { elementName: 'packet', html: '<p><b>Budget</b> 12000</p>' }),
	field('Decision', 'dropdown', {
		requiredField: true,
		fieldOptions: { values: [{ option: 'Accept' }, { option: 'Return' }] },
	}),
	field('Checklist', 'checkbox', {
		fieldOptions: { values: [{ option: 'We have people for it' }] },
	}),
	field('Reasons', 'checkbox', {
		fieldOptions: {
			values: [{ option: 'The goals are not clear' }, { option: 'The date cannot be kept' }],
		},
	}),
	field('Note', 'textarea'),
	field('Name', 'text', { requiredField: true }),
];

const address: NodeJson = {
	name: ADDRESS,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: '={{ { url: $execution.resumeFormUrl, handoff: $json.body.handoff } }}',
		options: {},
	},
};
const formWait: NodeJson = {
	name: 'Form',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	webhookId: 'bench-form',
	parameters: {
		resume: 'form',
		formTitle: 'Website for Acme',
		formDescription: 'Sales hands over to Delivery.',
		formFields: { values: QUESTION },
		options: {},
	},
};

/** n8n's own wait for a form: the Wait node that resumes on form submission. */
export const formKind: WaitKind = {
	path: 'bench-form',
	workflow: (path) => line(path, [webhook(path), address, formWait]),
	urlOf: async ({ client }, id) => {
		const [item] = itemsOf(await client.readExecution(id), ADDRESS);
		return z.object({ url: z.string() }).parse(item?.json).url;
	},
	form: () => {
		const form = new FormData();
		const answers = ['', 'Accept', '["We have people for it"]', '[]', 'All clear.', 'Dana D.'];
		answers.forEach((answer, index) => form.append(`field-${index}`, answer));
		return form;
	},
	isTaken: (status) => status === 200,
};

/** Handoff Accept with everything that it is by default. */
export const acceptKind: WaitKind = {
	path: 'bench-accept',
	workflow: (path) => acceptWorkflow(path, {}),
	urlOf: async ({ client }, id) => {
		const texts = itemsOf(await client.readExecution(id), 'Handoff Accept').map(({ json }) =>
			JSON.stringify(json.handoff),
		);
		const links = texts.flatMap((text) => text.match(/https?:[^"\s\\]*waiting[^"\s\\]*/g) ?? []);
		const link = links.find((found) => found.includes(encodeURIComponent(DANA.email)));
		if (link === undefined) throw new Error(`execution ${id} holds no link`);
		return link;
	},
	form: () =>
		new URLSearchParams({
			round: '1',
			nonce: readyHandoff().id,
			decision: 'accept',
			name: 'Dana D.',
			comment: 'All clear.',
			'check.capacity': 'on',
		}),
	isTaken: (status, body) => status === 200 && body.includes('Accepted. Thank you.'),
};

/** Starts so many executions of one kind, and returns them when all of them wait. */
export async function openWaits(
	n8n: RunningN8n,
	kind: WaitKind,
	{ count, batch }: { count: number; batch: number },
) {
	const { client } = n8n;
	const path = `${kind.path}-${batch}`;
	const { id: workflowId } = await client.createWorkflow(kind.workflow(path));
	await client.publish(workflowId);
	for (let started = 0; started < count; started++) {
		await client.callWebhook(path, { handoff: readyHandoff() });
	}
	const filter = { workflowId, status: ['waiting' as const] };
	const waiting = await client.waitForExecutions(filter, count, 120_000);
	const opened: Waiting[] = [];
	for (const { id } of waiting) {
		opened.push({ executionId: id, url: await kind.urlOf(n8n, id) });
	}
	return opened;
}
