import { z } from 'zod';
import type { Import } from './imports';
import type { Around } from './importTemplate';
import { ownerOf } from './mark';
import type { PublicApi } from './publicApi';
import { readStored, type StoredWorkflow } from './stored';

/** A workflow that is out of production now. */
export interface Retired {
	template: string;
	id: string;
}

/**
 * Takes the workflows of templates out of production that are in the list of a client no more; they
 * stay in n8n, with everything they have kept.
 *
 * @param stay names of the templates that stay; none when the client leaves
 */
export async function retire(
	api: PublicApi,
	{ imports, options }: Pick<Around, 'imports' | 'options'>,
	stay: readonly string[],
): Promise<Retired[]> {
	const retired: Retired[] = [];
	for (const one of imports.all.filter(({ template }) => !stay.includes(template))) {
		const stored = await readStored(api, one.workflowId);
		if (stored === undefined || !(await takeOut(api, stored, options))) continue;
		retired.push({ template: one.template, id: stored.id });
		await imports.keep(outOfProduction(one));
	}
	return retired;
}

/** One that is in the list again later is published again. */
const outOfProduction = (one: Import): Import => ({ ...one, published: false });

/** Takes what bears the mark of a client out of production, whatever the table of imports says. */
export async function retireMarked(
	api: PublicApi,
	{ client, options, workflows }: Pick<Around, 'options' | 'workflows'> & { client: string },
): Promise<Retired[]> {
	const retired: Retired[] = [];
	for (const stored of await workflows()) {
		const owner = ownerOf(stored);
		if (owner?.client !== client || !(await takeOut(api, stored, options))) continue;
		retired.push({ template: owner.template, id: stored.id });
	}
	return retired;
}

async function takeOut(
	api: PublicApi,
	{ id, active, isArchived }: StoredWorkflow,
	{ dryRun }: { dryRun: boolean },
): Promise<boolean> {
	if (!active || isArchived) return false;
	const request = { method: 'POST', path: `/workflows/${id}/deactivate`, body: {} } as const;
	if (!dryRun) await api.call(z.unknown(), request);
	return true;
}
