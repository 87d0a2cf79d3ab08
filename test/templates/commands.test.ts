import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { pickCombination } from '../../templates/builder/combinations/pickCombination';
import { writeJson } from '../../templates/builder/nodes/workflow';

/** Each of them starts a program. */
jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..');

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handoff-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of this project in a folder of the user's. */
const run = async (program: string, ...args: string[]): Promise<{ code: number; output: string }> =>
	await new Promise((resolve) => {
		const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
		const command = program.endsWith('.ts') ? [tsx] : [];
		const child = execFile(
			process.execPath,
			[...command, join(ROOT, program), ...args],
			{ cwd: folder },
			(_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
		);
	});

describe('npm run template', () => {
	const TEMPLATE = join('templates', 'builder', 'template.ts');
	const picked = { crm: 'salesforce', project: 'jira', channel: 'slack' };
	const args = Object.entries(picked).flatMap(([key, value]) => [`--${key}`, value]);
	const FILE = 'salesforce-to-jira-by-slack.json';

	it('writes a file that is called after what was chosen, and says only that', async () => {
		const { code, output } = await run(TEMPLATE, ...args);

		expect(output.trim().split('\n')).toEqual([
			`Wrote “Hand over won Salesforce opportunities to Jira once delivery accepts (Slack)” to ${FILE}. In n8n: ⋯ → Import from File.`,
		]);
		const composed = writeJson(composeHandoff(pickCombination(picked)));
		expect(readFileSync(join(folder, FILE), 'utf8')).toBe(composed);
		expect(code).toBe(0);
	});

	it('overwrites no file that nobody named', async () => {
		const { code, output } = await run(TEMPLATE, ...args);

		expect(output).toBe(
			`${FILE} is there already.\n→ Remove it, or say with --out which file is to be written.\n`,
		);
		expect(code).toBe(1);
	});

	it('writes the file that is named', async () => {
		await run(TEMPLATE, ...args, '--out', 'mine.json');

		expect(existsSync(join(folder, 'mine.json'))).toBe(true);
	});
});

describe('every command for users', () => {
	it.each([
		['template', 'templates/builder/template.ts'],
		['templates', 'templates/builder/write.ts'],
		['template:check', 'templates/lint/check.ts'],
		['import', 'templates/import/import.ts'],
		['demo', 'demo/start.mjs'],
	])('%s explains itself with --help', async (name, program) => {
		const { code, output } = await run(program, '--help');

		expect(output.startsWith(`npm run ${name}`)).toBe(true);
		expect(code).toBe(0);
	});
});
