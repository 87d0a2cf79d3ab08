import { z } from 'zod';
import { openOffice, type Office } from '../scenario/openOffice';
import { importWorkflow } from '../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';

jest.setTimeout(180_000);

const POLICY = {
	id: 'agent',
	record: { id: 'id', title: 'name' },
	requirements: [
		{
			id: 'budget',
			label: 'Budget',
			field: 'budget',
			check: { kind: 'number', min: 1 },
			howToFix: 'Enter the amount of the signed offer.',
		},
	],
};
const answerSchema = z
	.array(z.object({ record: z.string(), ready: z.boolean(), open: z.array(z.unknown()) }))
	.length(1);

const wire = (to: string, type: string) => ({ [type]: [[{ node: to, type, index: 0 }]] });
const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

/** An agent that is asked about a deal and has the gate as its only tool. */
const WORKFLOW = {
	name: 'An agent asks the gate',
	nodes: [
		{
			...node('Asked', 'n8n-nodes-base.webhook', 2, {
				httpMethod: 'POST',
				path: 'ask-agent',
				responseMode: 'lastNode',
			}),
			webhookId: 'ask-agent',
		},
		node('Agent', '@n8n/n8n-nodes-langchain.agent', 2.2, {
			promptType: 'define',
			text: '=Is this deal ready? {{ JSON.stringify($json.body) }}',
			options: {},
		}),
		node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
			model: { __rl: true, mode: 'id', value: 'gpt-stand-in' },
			options: {},
		}),
		node('Readiness Gate', 'n8n-nodes-handoff.readinessGateTool', 1, {
			policyFrom: 'json',
			policy: JSON.stringify(POLICY),
			keepLedger: 'nowhere',
			record: "={{ $fromAI('record', 'The deal as JSON', 'json') }}",
		}),
	],
	connections: {
		Asked: wire('Agent', 'main'),
		Model: wire('Agent', 'ai_languageModel'),
		'Readiness Gate': wire('Agent', 'ai_tool'),
	},
};

let office: Office;
beforeAll(async () => {
	office = await openOffice();
	const { client } = office.n8n;
	const openAiApi = await client.createCredential(STANDIN_CREDENTIALS.openAiApi);
	const { id } = await importWorkflow(client, WORKFLOW, { openAiApi });
	await client.publish(id);
});
afterAll(async () => await office.close());

/** The model hands the deal to its tool, and then says in its own words what it heard. */
async function ask(deal: Record<string, unknown>) {
	const { openai } = office.standins;
	openai.answerWith(({ toolAnswers, tools }) =>
		toolAnswers.length > 0
			? `I heard: ${toolAnswers.at(-1)}`
			: { tool: tools[0] ?? '', given: { record: deal } },
	);
	const answer = await office.n8n.client.callWebhook('ask-agent', deal);
	expect(answer.status).toBe(200);
	const heard = openai.asked().at(-1)?.toolAnswers.at(-1) ?? '';
	return { heard, said: await answer.text() };
}

describe("Readiness Gate as a tool of n8n's AI Agent", () => {
	it('tells the agent in a few words what is missing and how it is fixed', async () => {
		const { heard, said } = await ask({ id: 'D-1', name: 'Website for Acme', budget: '' });

		const [answer] = answerSchema.parse(JSON.parse(heard));
		expect(answer).toMatchObject({
			record: 'Website for Acme',
			ready: false,
			open: [{ label: 'Budget', howToFix: 'Enter the amount of the signed offer.' }],
		});
		expect(heard.length).toBeLessThan(600);
		expect(said).toContain('I heard');
	});

	it('tells it that nothing is missing, and opens no handoff', async () => {
		const { heard } = await ask({ id: 'D-2', name: 'Portal for Cargo', budget: 12_000 });

		expect(answerSchema.parse(JSON.parse(heard))[0]).toMatchObject({ ready: true, open: [] });
		expect(heard).not.toMatch(/handoff|turns|event/);
	});

	it('answers nonsense with what is missing, and never with ready', async () => {
		const { heard } = await ask({ id: 'D-3', budget: { __proto__: 1, ready: true } });

		expect(answerSchema.parse(JSON.parse(heard))[0]).toMatchObject({ ready: false });
	});
});
