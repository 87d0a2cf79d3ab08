import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { placeholdersIn, textsIn } from '../lint/file/textsIn';
import type { Client } from './client';
import { settingsIn } from './fillSettings';
import { findsOldOnes } from './goLive';
import type { PublicApi } from './publicApi';
import type { Template } from './templateFile';

const PACKAGE = 'n8n-nodes-handoff';

const OLD_ONES = (template: string): string =>
	`${template}: its records do not say when they were won, so that those of years ago are handed over as well: narrow its search in the system it reads, or name the field in “record.closedAt” of the policy`;

/** What is worth a look in the file of a client, beside what is wrong. */
export const notesOn = (client: Client, templates: readonly Template[]): string[] => [
	...unusedIn(client, templates),
	...templates.filter(({ workflow }) => findsOldOnes(workflow)).map(({ name }) => OLD_ONES(name)),
];

/** Names in the file that no template asks for: mostly a slip of the pen. */
function unusedIn(client: Client, templates: readonly Template[]): string[] {
	const texts = templates.flatMap(({ workflow }) => textsIn(workflow.nodes, ''));
	const asked = new Set(texts.flatMap(({ text }) => placeholdersIn(text)));
	const known = templates.flatMap(({ workflow }) => Object.keys(settingsIn(workflow)));
	return [
		...Object.keys(client.values)
			.filter((what) => !asked.has(what))
			.map((what) => `values: none of the templates asks for “${what}”`),
		...Object.keys(client.settings)
			.filter((what) => !known.includes(what))
			.map(
				(what) => `settings: there is no “${what}”; there are ${[...new Set(known)].join(', ')}`,
			),
	];
}

/** n8n lists what was installed through its editor, not what was put into its folders. */
export async function missingPackage(api: PublicApi): Promise<string[]> {
	try {
		const packages = await api.call(z.array(z.object({ packageName: z.string() }).passthrough()), {
			path: '/community-packages',
		});
		if (packages.some(({ packageName }) => packageName === PACKAGE)) return [];
		return [
			`that n8n does not list ${PACKAGE} among its community nodes: install it under Settings → Community nodes, unless it was put there another way`,
		];
	} catch (error) {
		if (error instanceof HandoffProblem) return [];
		throw error;
	}
}
