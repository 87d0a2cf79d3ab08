import { dependencies } from '../../../demo/n8n/package.json';
import { lintWorkflow } from '../../lint/lintWorkflow';
import { readCatalogue } from '../../lint/nodes/catalogue';
import { describedN8n, OLDEST_N8N } from '../../lint/nodes/describedN8n';
import type { Combination } from '../combinations/adapters';
import type { OtherTemplate } from '../files/catalogue';

export interface Template {
	combination: Combination;
	/** Of its file, without the ending. */
	name: string;
	workflow: Record<string, unknown>;
}

const HEADER = [
	'Template',
	'Seam',
	'Starts with',
	'Ways back',
	'Credentials',
	'What to choose',
	'Runs on / linted for',
	'Canvas',
];

/** The page that says for each template what it is for and what it needs, in Markdown. */
export const describeTemplates = (
	templates: readonly Template[],
	others: readonly OtherTemplate[],
): string =>
	[
		'# Templates',
		'',
		'Each file is one workflow with everything in it: **Import from file** in n8n, choose what the yellow note lists, publish. A flow in which something is still to choose stops before it does anything, and lists it. They all need the community package `n8n-nodes-handoff` and a self-hosted n8n 2.39 or later.',
		'',
		'In each of them the receiving team is asked by a signed link, reminded, and never taken to have accepted by silence; every step is a row of the Data Table `handoff_ledger`, which the flow creates; a record that is found twice is handled once; and a task is looked for before it is made.',
		'',
		writeRow(HEADER),
		writeRow(HEADER.map(() => '---')),
		...templates.map((template) => writeRow(cellsOf(template))),
		'',
		'“Runs on” names the n8n in which the end-to-end tests run the template on every change: not ready, returned and resubmitted, accepted, unanswered, a channel that takes no messages, vendors that are busy or broken, a record found twice, and several records at once. “Linted for” names the releases of n8n, the oldest that is supported and the newest, against whose nodes every parameter, option, version and credential type of the template is checked.',
		'',
		'## Around the handoffs',
		'',
		writeRow([
			'Template',
			'What it is for',
			'Starts with',
			'Credentials',
			'What to choose',
			'Canvas',
		]),
		writeRow(['---', '---', '---', '---', '---', '---']),
		...others.map((other) => writeRow(cellsOfOther(other))),
		'',
		'The files are written by `npm run templates` from `builder/`: one file for each CRM, project tool and channel. `npm run template:check -- FILE` checks any workflow file, and with `--n8n 2.40.x` against the nodes of that release. `npm run import` sets templates up for one client or a list of them: [importing for clients](../docs/importing-for-clients.md).',
		'',
	].join('\n');

function cellsOf({ combination, name, workflow }: Template): string[] {
	const { crm, project, channel } = combination;
	return [
		`[${crm.label} to ${project.label}](${name}.json), by ${channel.label}`,
		seamOf(crm.policy),
		crm.sent === undefined ? 'a search every 5 minutes' : `a request that the other system sends`,
		`not ready and returned: note on the ${crm.recordName} and word to the sender; unanswered, or no task: word to those responsible`,
		...toChoose(workflow),
		`n8n ${dependencies.n8n} / ${lintedFor(workflow).join(', ')}`,
		`[picture](pictures/${name}.svg)`,
	];
}

function cellsOfOther({ name, about, startsWith, compose }: OtherTemplate): string[] {
	return [
		`[${name}](${name}.json)`,
		about,
		startsWith,
		...toChoose(compose()),
		`[picture](pictures/${name}.svg)`,
	];
}

/** The credentials, and the values, that a person chooses after the import. */
function toChoose(workflow: Record<string, unknown>): [credentials: string, values: string] {
	const catalogue = readCatalogue();
	const remarks = lintWorkflow(workflow, { catalogue });
	const about = (rule: string) => [
		...new Set(remarks.filter((one) => one.rule === rule).map(({ message }) => message)),
	];
	return [
		about('choose-credential').map(catalogue.credentialLabel).join(', ') || 'none',
		about('choose-value').join(', ') || 'nothing',
	];
}

/** The releases of n8n whose nodes have everything that a workflow asks of them. */
const lintedFor = (workflow: Record<string, unknown>): string[] =>
	[
		{ release: OLDEST_N8N, catalogue: readCatalogue(describedN8n(OLDEST_N8N)) },
		{ release: dependencies.n8n, catalogue: readCatalogue() },
	]
		.filter(({ catalogue }) =>
			lintWorkflow(workflow, { catalogue }).every(({ level }) => level !== 'error'),
		)
		.map(({ release }) => release);

function seamOf({ sender, receiver }: Combination['crm']['policy']): string {
	const [from, to] = [sender, receiver].map((side) => {
		const has = typeof side === 'object' && side !== null && 'team' in side;
		return has ? String(side.team) : 'one team';
	});
	return `${from} to ${to}`;
}

const writeRow = (cells: readonly string[]): string =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
