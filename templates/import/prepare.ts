import { lintWorkflow } from '../lint/lintWorkflow';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { agreePolicy, examplesIn } from './agreePolicy';
import { ledgerNameOf, nameOf, type Client } from './client';
import { chooseCredential, giveCredentials, type StoredCredential } from './credentials';
import { fillSettings } from './fillSettings';
import { fillValues } from './fillValues';
import { ownLedger } from './ownLedger';
import { ownWebhooks } from './ownWebhooks';
import type { Template } from './templateFile';
import type { Workflow } from './workflowShape';

const LONGEST_NAME = 128;

export interface Surroundings {
	catalogue: NodeCatalogue;
	stored: readonly StoredCredential[];
}

/** A template as one client wants it, with everything chosen that its file says. */
export function prepare(
	{ name, workflow }: Template,
	client: Client,
	{ catalogue, stored }: Surroundings,
): Workflow {
	const own = ownWebhooks(ownLedger(workflow, ledgerNameOf(client), catalogue), {
		client: client.client,
		template: name,
	});
	const filled = fillSettings(fillValues(own, client.values), client.settings);
	const agreed = agreePolicy(filled, client.policy);
	const complete = giveCredentials(agreed, (type) => chooseCredential(type, client, stored), {
		catalogue,
		named: Object.keys(client.credentials),
	});
	const title = `${nameOf(client)}: ${workflow.name}`;
	return { ...complete, name: title.slice(0, LONGEST_NAME) };
}

/** What a person must still choose in a workflow before it can be published, in words. */
export function leftToChoose(
	workflow: Workflow,
	template: Workflow,
	catalogue: NodeCatalogue,
): string[] {
	const remarks = lintWorkflow(workflow, { catalogue });
	const nodes = new Map<string, Set<string>>();
	for (const { rule, message, node = '' } of remarks) {
		if (rule !== 'choose-value' && rule !== 'choose-credential') continue;
		const what =
			rule === 'choose-credential'
				? `credential “${catalogue.credentialLabel(message)}” (${message})`
				: message;
		nodes.set(what, (nodes.get(what) ?? new Set()).add(node));
	}
	return [
		...[...nodes].map(([what, where]) => `${what}, in ${[...where].join(', ')}`),
		...examplesIn(workflow, template),
	];
}
