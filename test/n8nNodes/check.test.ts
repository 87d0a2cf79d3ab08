import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMES } from '../../templates/builder/nodes/names';
import { give } from './faults/fault';
import { checkFiles } from '../../templates/lint/checkFiles';
import { OLDEST_N8N } from '../../templates/lint/nodes/describedN8n';
import { copyOf, nodeIn } from '../templates/plant';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..');
const TEMPLATE = join('templates', 'hubspot-to-clickup.json');

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handoff-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run template:check -- FILE...`, as a program of its own. */
const runCheck = async (...files: string[]): Promise<{ code: number; output: string }> =>
	await new Promise((resolve) => {
		const program = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
		const args = [program, join('templates', 'lint', 'check.ts'), ...files];
		const child = execFile(process.execPath, args, { cwd: ROOT }, (_error, stdout, stderr) =>
			resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
		);
	});

function fileWith(content: string): string {
	const path = join(folder, 'workflow.json');
	writeFileSync(path, content);
	return path;
}

describe('npm run template:check', () => {
	it('passes our template and lists what is left to choose, with the nodes', async () => {
		const { code, output } = await runCheck(TEMPLATE);

		expect(output).toContain(`${TEMPLATE}: 0 errors, 0 warnings`);
		expect(output).toContain(
			`ClickUp list for new projects: ${NAMES.findTask} · ${NAMES.createTask}`,
		);
		expect(code).toBe(0);
	});

	it('fails for a faulty workflow and tells node, place, fault and remedy', async () => {
		const copy = copyOf('hubspot-to-clickup.json');
		give(NAMES.tellPerson, 'channelId.mode', 'nickname')(copy);

		const { code, output } = await runCheck(fileWith(JSON.stringify(copy)));

		expect(output).toContain(
			[
				`  error  “${NAMES.tellPerson}” · parameters.channelId  (unknown-locator-mode)`,
				'      “nickname” is not a way to choose this.',
				'      → Use one of: list, id, name, url.',
			].join('\n'),
		);
		expect(code).toBe(1);
	});

	it('checks against another release of n8n, whose nodes may know less', () => {
		const copy = copyOf('hubspot-to-clickup.json');
		nodeIn(copy, NAMES.each).typeVersion = 1.4;
		const file = fileWith(JSON.stringify(copy));

		const [newest, oldest] = [checkFiles([file]), checkFiles([file, '--n8n', OLDEST_N8N])];

		expect(newest.failed).toBe(false);
		expect(oldest.report).toContain('n8n-nodes-base.executeWorkflow has no version 1.4');
		expect(oldest.failed).toBe(true);
	});

	it('checks each workflow of a file with several, and each of several files', () => {
		const several = fileWith(JSON.stringify([copyOf('hubspot-to-clickup.json'), { nodes: 7 }]));

		const { failed, report } = checkFiles([several, join(ROOT, TEMPLATE)]);

		expect(report).toContain(`${several}: 1 error,`);
		expect(report).toContain(`${TEMPLATE}: 0 errors`);
		expect(failed).toBe(true);
	});

	it.each([
		['a file that is not JSON', () => fileWith('{ "nodes": [')],
		['a file that does not exist', () => join(folder, 'gone.json')],
	])('says what is wrong with %s', (_what, path) => {
		const { failed, report } = checkFiles([path()]);

		expect(report).toContain('(not-a-workflow)');
		expect(report).not.toContain('    at ');
		expect(failed).toBe(true);
	});

	it('explains itself when no file is named', () => {
		expect(checkFiles([])).toMatchObject({
			failed: false,
			report: expect.stringContaining('npm run template:check -- FILE...'),
		});
	});
});
