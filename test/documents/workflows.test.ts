import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages';

const FOLDER = join(ROOT, '.github/workflows');
const WORKFLOWS = readdirSync(FOLDER).map((name) => ({
	name,
	text: readFileSync(join(FOLDER, name), 'utf8'),
}));

describe('the workflows of the project', () => {
	it.each(WORKFLOWS)('$name uses actions only by the digest of a commit', ({ text }) => {
		const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);

		expect(actions.length).toBeGreaterThan(0);
		expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
	});

	it.each(WORKFLOWS)('$name may only read, unless a job says more', ({ text }) => {
		expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
	});

	it('run by night each of the long forms that npm run test:nightly knows', () => {
		const command = join(ROOT, 'test/nightly/start.mjs');
		const { stdout, status } = spawnSync(process.execPath, [command, 'nothing'], {
			encoding: 'utf8',
		});
		const [, known] = /Write: (.*)/.exec(stdout) ?? [];
		const nightly = WORKFLOWS.find(({ name }) => name === 'nightly.yml')?.text;
		const [, run = ''] = /form:\s*\[([^\]]*)\]/.exec(nightly ?? '') ?? [];

		expect(status).toBe(1);
		expect(run.match(/\w+/g)?.join(', ')).toBe(known);
	});

	it('publish with provenance, and without a token that could be stolen', () => {
		const publish = WORKFLOWS.find(({ name }) => name === 'publish.yml')?.text ?? '';

		expect(publish).toContain('npm publish --provenance');
		expect(publish).toContain('id-token: write');
		expect(publish).not.toContain('secrets.');
	});
});
