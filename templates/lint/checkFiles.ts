import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lintWorkflow } from './lintWorkflow';
import { readCatalogue } from './nodes/catalogue';
import { describedN8n } from './nodes/describedN8n';
import { remark, type Remark } from './remark';
import { describeRemarks } from './report';

const HELP = `npm run template:check -- FILE...

Checks workflow files against the nodes of n8n and against the rules for templates.

  --n8n VERSION  the release of n8n to check against, such as 2.40.3 or 2.39.x; its node
                 descriptions are fetched from npm once. Or the folder of packages of an
                 n8n. (default: the release of the demo)

The exit code is 1 when there is an error in one of the files.`;

const TEMPLATES = resolve(__dirname, '..');

/**
 * Checks the files that a command line names.
 *
 * @returns what is to be said, and whether there is an error in one of the files
 * @throws HandoffProblem when the release of n8n that was asked for is not to be had
 */
export function checkFiles(given: readonly string[]): { report: string; failed: boolean } {
	const { files, n8n } = readArguments(given);
	if (files.length === 0 || given.includes('--help')) return { report: HELP, failed: false };
	const checked = files.map((path) => ({ path, remarks: checkFile(path, n8n) }));
	return {
		report: checked.map(({ path, remarks }) => describeRemarks(path, remarks)).join('\n'),
		failed: checked.some(({ remarks }) => remarks.some(({ level }) => level === 'error')),
	};
}

function readArguments(given: readonly string[]): { files: string[]; n8n?: string } {
	const at = given.indexOf('--n8n');
	const n8n = at < 0 ? undefined : given[at + 1];
	const files = given.filter((one, index) => !one.startsWith('--') && (at < 0 || index !== at + 1));
	return { files, ...(n8n === undefined ? {} : { n8n: folderOf(n8n) }) };
}

const folderOf = (n8n: string): string =>
	/^\d+(\.(\d+|x)){0,2}$/.test(n8n) && !existsSync(n8n) ? describedN8n(n8n) : resolve(n8n);

/** A file holds one workflow or, as `n8n export:workflow --all` writes it, a list of them. */
function checkFile(path: string, n8n?: string): Remark[] {
	const content = readJson(path);
	if ('remarks' in content) return content.remarks;
	const workflows: unknown[] = Array.isArray(content.json) ? content.json : [content.json];
	const shipped = dirname(resolve(path)) === TEMPLATES;
	const catalogue = readCatalogue(n8n);
	return workflows.flatMap((workflow) => lintWorkflow(workflow, { catalogue, shipped }));
}

function readJson(path: string): { json: unknown } | { remarks: Remark[] } {
	try {
		return { json: JSON.parse(readFileSync(path, 'utf8')) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const remedy = 'Give the path of a workflow file that was downloaded from n8n.';
		return { remarks: [remark('not-a-workflow', { at: 'file', message, remedy })] };
	}
}
