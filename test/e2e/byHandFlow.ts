import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { KEYS } from '../fakes/credentials';
import type { Mail } from '../fakes/mail';
import { itemsOf, type Execution } from '../harness/executions';
import type { RunningN8n } from '../harness/startN8n';
import type { Office } from '../scenario/openOffice';
import { until } from './templateRuns/run';

const TEMPLATES = join(__dirname, '..', '..', 'templates');
const PATH = 'won-deals';
const ENDED = ['success', 'error', 'crashed', 'canceled'];
const LINK = /https?:\/\/[^"\s<]*webhook-waiting[^"\s<]*/g;

/** The ways out of the two nodes that steer the flow. */
const WAYS = ['Ready', 'Not Ready', 'Accepted', 'Nothing New', 'Returned', 'No Decision'] as const;
export type Way = (typeof WAYS)[number];
const OUTPUTS: Record<Way, { node: string; output: number }> = {
	Ready: { node: 'Readiness Gate', output: 0 },
	'Not Ready': { node: 'Readiness Gate', output: 1 },
	Accepted: { node: 'Readiness Gate', output: 2 },
	'Nothing New': { node: 'Readiness Gate', output: 3 },
	Returned: { node: 'Handoff Accept', output: 2 },
	'No Decision': { node: 'Handoff Accept', output: 3 },
};

export interface Deal {
	id: string;
	name: string;
	stage: string;
	amount: number;
	scope: string;
	owner_email: string;
}

/** A won deal that lacks nothing. */
export const wonDeal = (id: string, name: string): Deal => ({
	...{ id, name, stage: 'won', amount: 12_000, owner_email: 'sam@sales.example' },
	scope: 'A shop with two hundred articles, without their photos',
});

/** The flow in a real n8n, and what is seen of it. */
export interface ByHand {
	workflowId: string;
	/** The CRM sends a deal, so many times at the same moment. */
	send(deal: Deal, times?: number): Promise<void>;
	/** The same, and nothing is at work any more. */
	look(deal: Deal, times?: number): Promise<void>;
	untilQuiet(): Promise<void>;
	/** How often this deal left by each way that it left by. */
	ways(deal: Deal): Promise<Partial<Record<Way, number>>>;
	/** The handoff of this deal as it left by a way the last time. */
	handoff(deal: Deal, way: Way): Promise<Handoff>;
	/** The mails about a deal, oldest first. */
	mails(deal: Deal): Mail[];
	/** The links to decide about a deal, one for each mail that asked, oldest first. */
	links(deal: Deal): string[];
	/** `1 accepted` and so on: what became of the handoff, in the order of writing. */
	steps(deal: Deal): Promise<string[]>;
}

/**
 * Imports the template, makes its choices and publishes it.
 *
 * @param file of the template
 * @param path of its webhook, where it is published more than once
 * @param minutes how long the receiving team has, where that is not as the template says
 */
export async function publishByHand(
	office: Office,
	{ file, path = PATH, minutes }: { file: string; path?: string; minutes?: number },
): Promise<ByHand> {
	const template = readFileSync(join(TEMPLATES, file), 'utf8').replaceAll(`"${PATH}"`, `"${path}"`);
	const inTime = { sla: { accept: { minutes, milestones: [100] } }, calendars: {} };
	const flow = await office.install(template, (policy) =>
		minutes === undefined ? policy : { ...policy, ...inTime },
	);
	const { client } = office.n8n;
	const started = async () =>
		(await client.listAllExecutions(flow)).filter(({ mode }) => mode === 'webhook').length;
	const send = async (deal: Deal, times = 1) => {
		const before = await started();
		await Promise.all(Array.from({ length: times }, () => post(office.n8n.url, path, deal)));
		await until('the deal', async () => (await started()) >= before + times);
	};
	const executions = executionReader(office.n8n, flow.workflowId);
	const mails = ({ name }: Deal) =>
		office.standins.smtp.mails().filter(({ subject }) => subject.includes(name));
	return {
		workflowId: flow.workflowId,
		send,
		untilQuiet: flow.untilQuiet,
		look: async (deal, times) => {
			await send(deal, times);
			await flow.untilQuiet();
		},
		ways: async (deal) => {
			const all = await executions();
			const counts = WAYS.map((way) => [way, leftBy(all, deal, way).length] as const);
			return Object.fromEntries(counts.filter(([, count]) => count > 0));
		},
		handoff: async (deal, way) => handoffSchema.parse(leftBy(await executions(), deal, way).at(-1)),
		mails,
		links: (deal) =>
			mails(deal).flatMap(({ body }) => (body.match(LINK) ?? []).slice(0, 1).map(unescaped)),
		steps: async ({ id }) =>
			(await flow.ledgerOf(id))
				.filter(({ type }) => type.startsWith('handoff.'))
				.map(({ attempt, type }) => `${attempt} ${type.slice('handoff.'.length)}`),
	};
}

const unescaped = (address: string): string => address.replaceAll('&amp;', '&');

/** n8n registers the address of a workflow a moment after it is published, or has been started. */
async function post(url: string, path: string, deal: Deal): Promise<void> {
	const headers = { 'content-type': 'application/json', 'x-handoff-key': KEYS.incoming };
	const request = { method: 'POST', headers, body: JSON.stringify(deal) };
	await until('n8n to take the deal', async () => {
		const { status } = await fetch(`${url}/webhook/${path}`, request);
		return status === 200;
	});
}

/** Reads the executions of a flow, oldest first; what has ended is read once. */
function executionReader({ client }: RunningN8n, workflowId: string): () => Promise<Execution[]> {
	const ended = new Map<string, Execution>();
	const read = async (id: string): Promise<Execution> => {
		const execution = ended.get(id) ?? (await client.readExecution(id));
		if (ENDED.includes(execution.status)) ended.set(id, execution);
		return execution;
	};
	return async () => {
		const all = await client.listAllExecutions({ workflowId });
		// The runs that keep the ledger are listed under the same workflow.
		const own = all.filter(({ mode }) => mode !== 'integrated').reverse();
		return await Promise.all(own.map(({ id }) => read(id)));
	};
}

/** The handoffs that left by a way about a deal. */
const leftBy = (executions: readonly Execution[], { id }: Deal, way: Way): unknown[] =>
	executions
		.flatMap((execution) => itemsOf(execution, OUTPUTS[way].node, OUTPUTS[way].output))
		.flatMap(({ json }) => (json.id === id ? [json.handoff] : []));
