import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { composeHandoff, fileNameOf } from './combinations/compose';
import { pickCombination } from './combinations/pickCombination';
import { CHANNELS, SEAMS, type SeamChoice } from './combinations/adapterLists';
import { writeJson } from './nodes/workflow';

const names = (adapters: ReadonlyArray<{ system: string }>): string =>
	adapters.map(({ system }) => system).join(', ');

const describeSeam = ({ label, crms, projects }: SeamChoice): string =>
	[`${label}`, `  --crm      ${names(crms)}`, `  --project  ${names(projects)}`].join('\n');

const HELP = `npm run template -- --crm hubspot --project clickup --channel slack [--out FILE]

Writes the workflow of any combination into a file, to be imported into n8n.

${SEAMS.map(describeSeam).join('\n')}

  --channel  ${names(CHANNELS)}
  --out      the file to write (default: a new one here, such as hubspot-to-clickup-by-slack.json)`;

/** The command `npm run template`. */
function writeTemplate(): void {
	const text = { type: 'string' } as const;
	const options = { crm: text, project: text, channel: text, out: text };
	const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } });
	const { crm, project, channel, out, help } = values;
	if (help || crm === undefined || project === undefined || channel === undefined) {
		return console.log(HELP);
	}
	const combination = pickCombination({ crm, project, channel });
	const file = out ?? newFile(`${fileNameOf(combination)}-by-${channel}.json`);
	const workflow = composeHandoff(combination);
	writeFileSync(file, writeJson(workflow));
	console.log(`Wrote “${String(workflow.name)}” to ${file}. In n8n: ⋯ → Import from File.`);
}

/** Somebody may have changed the one that is there. */
function newFile(name: string): string {
	if (!existsSync(name)) return name;
	throw new HandoffProblem(
		`${name} is there already.`,
		'Remove it, or say with --out which file is to be written.',
	);
}

try {
	writeTemplate();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	if (error instanceof HandoffProblem) console.error(`→ ${error.remedy}`);
	process.exitCode = 1;
}
