import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INodeProperties, INodeType } from 'n8n-workflow';
import { HandoffAccept } from '../../nodes/HandoffAccept/HandoffAccept.node';
import { HandoffFix } from '../../nodes/HandoffFix/HandoffFix.node';
import { HandoffInsights } from '../../nodes/HandoffInsights/HandoffInsights.node';
import { HandoffLedger } from '../../nodes/HandoffLedger/HandoffLedger.node';
import { ReadinessGate } from '../../nodes/ReadinessGate/ReadinessGate.node';
import { SlaTimer } from '../../nodes/SlaTimer/SlaTimer.node';

const ROOT = resolve(__dirname, '../..');
const NODES: Array<[folder: string, node: INodeType]> = [
	['HandoffAccept', new HandoffAccept()],
	['HandoffFix', new HandoffFix()],
	['HandoffInsights', new HandoffInsights()],
	['HandoffLedger', new HandoffLedger()],
	['ReadinessGate', new ReadinessGate()],
	['SlaTimer', new SlaTimer()],
];

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const sourcesOf = (folder: string): string =>
	readdirSync(join(ROOT, 'nodes', folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !/[pP]roperties\.ts$/.test(name))
		.map((name) => readFileSync(join(ROOT, 'nodes', folder, name), 'utf8'))
		.join('\n');

describe('package.json', () => {
	it('lists every node folder, and nothing else', () => {
		const folders = readdirSync(join(ROOT, 'nodes')).filter((name) => /^[A-Z]/.test(name));

		expect(manifest.n8n.nodes).toEqual(
			folders.sort().map((folder) => `dist/nodes/${folder}/${folder}.node.js`),
		);
	});

	it('brings no dependencies and asks only for the n8n-workflow of its host', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});
});

describe.each(NODES)('%s', (folder, { description }) => {
	it('has an icon for light and for dark, and a codex file that names it', () => {
		const { icon } = description;
		const files = typeof icon === 'object' ? [icon.light, icon.dark] : [];
		const codex = JSON.parse(
			readFileSync(join(ROOT, 'nodes', folder, `${folder}.node.json`), 'utf8'),
		);

		expect(files).toHaveLength(2);
		for (const file of files) {
			expect(existsSync(join(ROOT, 'nodes', folder, file.replace('file:', '')))).toBe(true);
		}
		expect(codex.node).toBe(`n8n-nodes-handoff.${description.name}`);
		expect(codex.alias).toContain('handoff');
	});

	it('says in its subtitle what it does', () => {
		expect(description.subtitle).toBeTruthy();
		// As a name of ours it may stand there, as a text nobody may read it.
		expect(description.subtitle).not.toMatch(/sendAndWait(?!":)/);
	});

	it('lists its operations by name', () => {
		const { options = [] } =
			description.properties.find(({ name }: INodeProperties) => name === 'operation') ?? {};
		const names = options.map(({ name }) => name);

		expect(names).toEqual([...names].sort());
	});

	it('reads every parameter that it shows', () => {
		const sources = sourcesOf('shared') + sourcesOf(folder);
		const shown = description.properties
			.filter(({ type }: INodeProperties) => !['notice', 'hidden'].includes(type))
			.map(({ name }) => name);

		expect(shown.filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
	});
});
