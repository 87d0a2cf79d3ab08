import { lintWorkflow } from '../../templates/lint/lintWorkflow';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';

const catalogue = readCatalogue();

/** Which nodes of a flow of one node name a thing of one account, as somebody publishes it. */
const accountIdsIn = (parameters: Record<string, unknown>): string[] => {
	const node = { id: '1', name: 'Node', type: 'n8n-nodes-base.noOp', typeVersion: 1 };
	const workflow = {
		name: 'Public',
		nodes: [{ ...node, position: [0, 0], parameters }],
		connections: {},
	};
	return lintWorkflow(workflow, { catalogue, shipped: false }).flatMap(({ rule, at }) =>
		rule === 'account-id' ? [at] : [],
	);
};

const locator = (value: string, mode = 'list') => ({ __rl: true, mode, value });

describe('what is the same in every account', () => {
	it.each([
		['a model of OpenAI', { model: locator('gpt-4o-mini') }],
		['a model with its day', { model: locator('claude-3-5-sonnet-20241022') }],
		['a model by its path', { modelId: locator('models/gemini-1.5-flash', 'id') }],
		['a model of a router', { options: { model: locator('meta-llama/llama-3.3-70b', 'id') } }],
		['an embedding', { modelName: locator('text-embedding-3-small') }],
		['the first tab of a sheet', { sheetName: locator('gid=0') }],
		['the first tab by its number', { sheetName: locator('0', 'id') }],
		['the drive of whoever imports it', { driveId: locator('My Drive') }],
		['its top folder', { folderId: locator('root', 'id') }],
		['the library of a site', { library: locator('documents') }],
		['the calendar of whoever imports it', { calendar: locator('primary') }],
		['a channel that every team has', { channelId: locator('general') }],
	])('is no id of one: %s', (_what, parameters) => {
		expect(accountIdsIn(parameters)).toEqual([]);
	});

	it.each([
		['a model that was trained in one', { model: locator('ft:gpt-4o-mini:acme::8abc') }],
		['a sheet', { documentId: locator('1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms') }],
		['another tab', { sheetName: locator('gid=1731045') }],
		['a channel', { channelId: locator('C024BE91L') }],
		['a folder of letters', { folderId: locator('aBcDeFgHiJkLmNoPq') }],
		['a calendar of somebody', { calendar: locator('kim@example.com') }],
		['a chat', { chatId: locator('19:abc@thread.v2') }],
		['a short number', { list: locator('901', 'id') }],
	])('is told from what belongs to one: %s', (_what, parameters) => {
		expect(accountIdsIn(parameters)).toHaveLength(1);
	});
});
