import { z } from 'zod';
import { Refusal, type PublicApi } from './publicApi';
import type { StoredWorkflow } from './saveWorkflow';

export interface Publishing {
	/** As it was before this import. */
	before: StoredWorkflow | undefined;
	/** Whether an earlier import has published it. */
	byUs: boolean;
	/** Whether this import has changed it. */
	changed: boolean;
	left: readonly string[];
	dryRun: boolean;
}

export interface Published {
	published: boolean;
	/** For the report: `published`, or why not. */
	words: string;
}

const no = (words: string): Published => ({ published: false, words });

/**
 * Publishes what is complete. Never what a person took out of production, and never a draft that a
 * person has not published yet.
 */
export async function publish(
	api: PublicApi,
	id: string | undefined,
	{ before, byUs, changed, left, dryRun }: Publishing,
): Promise<Published> {
	const active = before?.active === true;
	if (left.length > 0) {
		return no(active ? 'the published version stays as it was' : 'not published: see what is left');
	}
	if (before !== undefined && byUs && !active) return no('somebody took it out of production');
	if (active && before.activeVersionId !== before.versionId) {
		return no('not published: it has changes in n8n that are not published yet; publish it there');
	}
	if (active && !changed) return { published: true, words: 'published before' };
	if (dryRun || id === undefined) return { published: false, words: 'would be published' };
	try {
		await api.call(z.unknown(), { method: 'POST', path: `/workflows/${id}/activate`, body: {} });
		return { published: true, words: 'published' };
	} catch (error) {
		if (error instanceof Refusal && error.status < 500) return no(refused(error.words));
		throw error;
	}
}

function refused(words: string): string {
	const reason = words.replace(/\s+/g, ' ').trim();
	return /n8n-nodes-handoff\./.test(words) && /unrecognized|unknown|not found/i.test(words)
		? `not published, because n8n-nodes-handoff is not installed on that n8n: install it under Settings → Community nodes, then run the import again (${reason})`
		: `n8n did not publish it: ${reason}`;
}
