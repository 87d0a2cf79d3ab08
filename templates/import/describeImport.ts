import { ledgerTables } from '../../nodes/shared/ledger/tables';
import { ledgerNameOf, nameOf } from './client';
import type { ClientReport } from './importClient';
import type { Done } from './importTemplate';
import type { Retired } from './retire';

/** What an import did for one client, and what a person must still choose, as plain lists. */
export function describeImport(report: ClientReport, { dryRun }: { dryRun: boolean }): string {
	const { client, url, credentials, templates, retired, notes } = report;
	const { ledger } = ledgerTables({ name: ledgerNameOf(client), test: false });
	return [
		`${nameOf(client)} at ${url}`,
		`  Ledger: ${ledger.name}`,
		...list('Credentials taken', credentials),
		'  Workflows',
		...templates.flatMap((one) => describeDone(one, url)),
		...retired.map((one) => `    ${describeRetired(one, { url, dryRun })}`),
		...section('Still to choose in n8n', templates, ({ left }) => left),
		...section(
			'Does not fit together: mend it in n8n and publish it there',
			templates,
			(one) => one.faults,
		),
		...section(DRIFT, templates, ({ drift }) => drift),
		...list('Please look', notes),
		'',
	].join('\n');
}

const DRIFT =
	'Changed in n8n, and left as it is (--take-ours NODE or TEMPLATE makes it as the file says)';

const describeDone = ({ template, words, id, gates, webhooks }: Done, url: string): string[] => [
	`    ${template}: ${words}${id === undefined ? '' : `   ${url}/workflow/${id}`}`,
	...(gates === '' ? [] : [`      ${gates}`]),
	...webhooks.map((path) => `      hears ${url}${path}`),
];

/** Such as `sla-sweep: not in the list any more, taken out of production   https://…`. */
const describeRetired = (
	{ template, id }: Retired,
	{ url, dryRun }: { url: string; dryRun: boolean },
): string =>
	`${template}: not in the list any more, ${dryRun ? 'would be ' : ''}taken out of production   ${url}/workflow/${id}`;

/** What became of a client who leaves. */
export function describeRemoval(
	client: string,
	retired: readonly Retired[],
	{ url, dryRun }: { url: string; dryRun: boolean },
): string {
	const what =
		retired.length === 0
			? ['  Nothing of this client is in production.']
			: retired.map((one) => `    ${describeRetired(one, { url, dryRun })}`);
	return [
		`${client} at ${url}`,
		...what,
		'  Workflows, ledger and credentials stay in n8n: remove there what is not needed any more.',
		'',
	].join('\n');
}

const list = (title: string, lines: readonly string[]): string[] =>
	lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    - ${line}`)];

const section = (
	title: string,
	templates: readonly Done[],
	lines: (one: Done) => readonly string[],
): string[] =>
	list(
		title,
		templates.flatMap((one) => lines(one).map((line) => `${one.template}: ${line}`)),
	);
