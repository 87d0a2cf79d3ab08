import { z } from 'zod';
import { remark, type Remark } from '../remark';
import { lintAccountIds } from './accountIds';
import { textsIn } from './textsIn';
import type { WorkflowFile, WorkflowNode } from './workflowFile';

/** What n8n writes into an export that belongs to one account. */
const PRIVATE_KEYS = [
	'id',
	'versionId',
	'activeVersionId',
	'activeVersion',
	'shared',
	'staticData',
	'pinData',
	'createdAt',
	'updatedAt',
	'triggerCount',
];

const SECRET = new RegExp(
	[
		'xox[abeprs]-[\\w-]{10,}',
		'pat-(?:na|eu)\\d-[\\w-]{10,}',
		'pk_\\d{5,}_\\w{10,}',
		'\\bsk-[\\w-]{16,}',
		'\\bgh[pousr]_\\w{20,}',
		'\\bAKIA[0-9A-Z]{16}\\b',
		'Bearer [\\w.~+/-]{12,}',
		'\\beyJ[\\w-]{10,}\\.[\\w-]{10,}\\.',
		'-----BEGIN [A-Z ]*PRIVATE KEY-----',
		'https?://[^\\s/:@]+:[^\\s/@]+@',
		'https://hooks\\.slack\\.com/services/T\\w+',
	].join('|'),
);

/** What must not leave the account in which the workflow was made. */
export const lintPrivacy = ({ raw, nodes }: WorkflowFile): Remark[] => [
	...lintFile(raw),
	...nodes.flatMap((node) => [
		...lintCredentialIds(node),
		...lintSecrets(node),
		...lintAccountIds(node),
	]),
];

const privateData = (at: string, message: string): Remark =>
	remark('private-data', { at, message, remedy: 'Remove it before you share the file.' });

function lintFile(raw: Record<string, unknown>): Remark[] {
	const said = (value: unknown): boolean =>
		value !== undefined && value !== null && JSON.stringify(value) !== '{}';
	const { meta, settings } = z
		.object({ meta: z.record(z.unknown()).catch({}), settings: z.record(z.unknown()).catch({}) })
		.parse({ meta: raw.meta ?? {}, settings: raw.settings ?? {} });
	return [
		...PRIVATE_KEYS.filter((key) => said(raw[key])).map((key) =>
			privateData(key, `“${key}” belongs to your n8n, not to a template.`),
		),
		...(raw.active === true ? [privateData('active', 'A template is not active.')] : []),
		...(said(meta.instanceId) ? [privateData('meta.instanceId', 'This names your n8n.')] : []),
		...(said(settings.errorWorkflow)
			? [privateData('settings.errorWorkflow', 'This is the id of a workflow of your n8n.')]
			: []),
	];
}

const lintCredentialIds = ({ name, credentials }: WorkflowNode): Remark[] =>
	Object.entries(credentials)
		.filter(([, { id }]) => id !== undefined && id !== null)
		.map(([type]) => ({
			...privateData(`credentials.${type}`, 'This is the id of a credential of your n8n.'),
			node: name,
		}));

/** What only shows where a secret goes is none. */
const STANDS_FOR_ONE = /your|example|placeholder|token|key|x{4}/i;

const isSecret = (text: string): boolean => {
	const [found] = SECRET.exec(text) ?? [];
	return found !== undefined && !(found.startsWith('Bearer ') && STANDS_FOR_ONE.test(found));
};

const lintSecrets = ({ name, raw }: WorkflowNode): Remark[] =>
	textsIn(raw, '')
		.filter(({ text }) => isSecret(text))
		.map(({ at }) =>
			remark('secret', {
				node: name,
				at: at.slice(1),
				message: 'This looks like a secret.',
				remedy: 'Replace it here, put it into a credential, and have it renewed.',
			}),
		);
