import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';

const ROOT = resolve(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('README.md', () => {
	it('shows policies that the gate takes as they are', () => {
		const policies = [...README.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);

		expect(policies.length).toBeGreaterThan(0);
		for (const policy of policies) expect(() => parsePolicy(JSON.parse(policy))).not.toThrow();
	});

	it('leads only to files that are there', () => {
		const files = [...README.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g)].map(([, file = '']) => file);

		expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});

	it('names only commands that exist', () => {
		const scripts = [...README.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);

		expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
	});

	it('names every node of the package', () => {
		const names = manifest.n8n.nodes.map((path: string) => {
			const source = readFileSync(join(ROOT, path.replace(/^dist.(.*)js$/, '$1ts')), 'utf8');
			return /displayName: '([^']+)'/.exec(source)?.[1] ?? path;
		});

		expect(names.filter((name: string) => !README.includes(`### ${name}`))).toEqual([]);
	});
});
