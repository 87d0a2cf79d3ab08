import { z } from 'zod';
import { Refusal, type PublicApi } from './publicApi';
import type { StoredWorkflow } from './stored';

export interface Publishing {
	/** As it was before this import. */
	before: StoredWorkflow | undefined;
	/** What an earlier import did; absent when nobody knows. */
	earlier: { published: boolean; versionId: string } | undefined;
	/** Whether this import has changed it. */
	changed: boolean;
	/** Whether the file wants it in production. */
	wanted: boolean;
	left: readonly string[];
	faults: readonly string[];
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
	publishing: Publishing,
): Promise<Published> {
	const why = whyNot(publishing);
	if (why !== undefined) return no(why);
	const { before, changed, dryRun } = publishing;
	const isLive = before?.active === true && before.activeVersionId === before.versionId;
	if (isLive && !changed) return { published: true, words: 'published before' };
	if (dryRun || id === undefined) return no('would be published');
	try {
		await api.call(z.unknown(), { method: 'POST', path: `/workflows/${id}/activate`, body: {} });
		return { published: true, words: 'published' };
	} catch (error) {
		if (error instanceof Refusal && error.status < 500) return no(refused(error.words));
		throw error;
	}
}

function whyNot({ before, earlier, wanted, left, faults }: Publishing): string | undefined {
	const active = before?.active === true;
	if (left.length > 0) {
		return active ? 'the published version stays as it was' : 'not published: see what is left';
	}
	if (faults.length > 0) return 'not published: see what does not fit together';
	if (
		active &&
		before.activeVersionId !== before.versionId &&
		before.versionId !== earlier?.versionId
	)
		return 'not published: it has changes in n8n that are not published yet; publish it there';
	if (!wanted) {
		return active
			? 'the published version stays as it was, as "publish" is false'
			: 'not published, as "publish" is false';
	}
	if (before === undefined || active) return undefined;
	if (earlier === undefined) {
		return 'not published: nobody knows whether somebody took it out of production; publish it there';
	}
	return earlier.published ? 'somebody took it out of production' : undefined;
}

function refused(words: string): string {
	const reason = words.replace(/\s+/g, ' ').trim();
	return /n8n-nodes-handoff\./.test(words) && /unrecognized|unknown|not found/i.test(words)
		? `not published, because n8n-nodes-handoff is not installed on that n8n: install it under Settings → Community nodes, then run the import again (${reason})`
		: `n8n did not publish it: ${reason}`;
}
