import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { composeHandoff } from './combinations/compose';
import { pickCombination } from './combinations/pickCombination';
import { CHANNELS, SEAMS, type SeamChoice } from './combinations/adapterLists';
import { writeJson } from './nodes/workflow';

const names = (adapters: ReadonlyArray<{ system: string }>): string =>
	adapters.map(({ system }) => system).join(', ');

const describeSeam = ({ label, crms, projects }: SeamChoice): string =>
	[`${label}`, `  --crm      ${names(crms)}`, `  --project  ${names(projects)}`].join('\n');

const HELP = `npm run template -- --crm hubspot --project clickup --channel slack [--out FILE]

Writes the workflow of any combination, to be imported into n8n.

${SEAMS.map(describeSeam).join('\n')}

  --channel  ${names(CHANNELS)}
  --out      the file to write; without it the workflow is printed`;

/** The command `npm run template`. */
function writeTemplate(): void {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ options: { crm: text, project: text, channel: text, out: text } });
	const { crm, project, channel, out } = values;
	if (crm === undefined || project === undefined || channel === undefined) {
		console.log(HELP);
		return;
	}
	const content = writeJson(composeHandoff(pickCombination({ crm, project, channel })));
	if (out === undefined) process.stdout.write(content);
	else writeFileSync(out, content);
}

try {
	writeTemplate();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
