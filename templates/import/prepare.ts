import { lintWorkflow } from '../lint/lintWorkflow';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { agreePolicy, examplesIn } from './agreePolicy';
import { ledgerNameOf, nameOf, type Client } from './client';
import { chooseCredential, giveCredentials, hintOf, type StoredCredential } from './credentials';
import { fillSettings } from './fillSettings';
import { fillValues } from './fillValues';
import { withMode } from './goLive';
import { markNodes } from './mark';
import { ownLedger } from './ownLedger';
import { ownWebhooks } from './ownWebhooks';
import type { Template } from './templateFile';
import type { Workflow } from './workflowShape';

const LONGEST_NAME = 128;

export interface Surroundings {
	catalogue: NodeCatalogue;
	credentials: readonly StoredCredential[];
}

/** A template as one client wants it, with everything chosen that its file says. */
export function prepare(
	{ name, workflow }: Template,
	client: Client,
	{ catalogue, credentials }: Surroundings,
): Workflow {
	const marked = markNodes(workflow, { client: client.client, template: name });
	const own = ownWebhooks(ownLedger(marked, ledgerNameOf(client), catalogue), client.client);
	const filled = fillSettings(fillValues(own, client.values), client.settings);
	const choose = (type: string) => chooseCredential(type, client, credentials);
	const agreed = withMode(agreePolicy(filled, client), client.mode);
	const complete = giveCredentials(agreed, choose, catalogue);
	const title = `${nameOf(client)}: ${workflow.name}`;
	return { ...complete, name: title.slice(0, LONGEST_NAME) };
}

/** What a person must still choose in a workflow before it can be published, in words. */
export function leftToChoose(
	workflow: Workflow,
	template: Workflow,
	{
		options: { catalogue },
		credentials,
	}: { options: Pick<Surroundings, 'catalogue'> } & Pick<Surroundings, 'credentials'>,
): string[] {
	const remarks = lintWorkflow(workflow, { catalogue });
	const nodes = new Map<string, Set<string>>();
	for (const { rule, message, node = '' } of remarks) {
		if (rule !== 'choose-value' && rule !== 'choose-credential') continue;
		const what =
			rule === 'choose-credential'
				? `credential “${catalogue.credentialLabel(message)}” (${message}: ${hintOf(message, credentials)})`
				: message;
		nodes.set(what, (nodes.get(what) ?? new Set()).add(node));
	}
	return [
		...[...nodes].map(([what, where]) => `${what}, in ${[...where].join(', ')}`),
		...examplesIn(workflow, template),
	];
}
