import { ledgerTables } from '../../nodes/shared/ledger/tables';
import { ledgerNameOf, nameOf } from './client';
import type { ClientReport } from './importClient';
import type { Done } from './importTemplate';

/** What an import did for one client, and what a person must still choose, as plain lists. */
export function describeImport({ client, url, templates, notes }: ClientReport): string {
	const { ledger } = ledgerTables({ name: ledgerNameOf(client), test: false });
	return [
		`${nameOf(client)} at ${url}`,
		`  Ledger: ${ledger.name}`,
		'  Workflows',
		...templates.flatMap((one) => describeDone(one, url)),
		...section('Still to choose in n8n', templates, ({ left }) => left),
		...section('Left alone, because somebody changed it', templates, (one) => one.leftAlone),
		...(notes.length === 0 ? [] : ['  Please look', ...notes.map((note) => `    - ${note}`)]),
		'',
	].join('\n');
}

const describeDone = ({ template, words, id, webhooks }: Done, url: string): string[] => [
	`    ${template}: ${words}${id === undefined ? '' : `   ${url}/workflow/${id}`}`,
	...webhooks.map((path) => `      hears ${url}${path}`),
];

function section(
	title: string,
	templates: readonly Done[],
	lines: (one: Done) => readonly string[],
): string[] {
	const all = templates.flatMap((one) =>
		lines(one).map((line) => `    - ${one.template}: ${line}`),
	);
	return all.length === 0 ? [] : [`  ${title}`, ...all];
}
