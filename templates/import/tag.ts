import { z } from 'zod';
import { Refusal, type PublicApi } from './publicApi';

const tagSchema = z.object({ id: z.string(), name: z.string() });

/** Puts the tag of the client on a workflow, beside the tags it has. */
export async function tag(api: PublicApi, id: string, name: string): Promise<void> {
	try {
		const path = `/workflows/${id}/tags`;
		const has = await api.call(z.array(tagSchema), { path });
		if (has.some((one) => one.name === name)) return;
		const all = await api.list(tagSchema, '/tags');
		const ours =
			all.find((one) => one.name === name) ??
			(await api.call(tagSchema, { method: 'POST', path: '/tags', body: { name } }));
		const body = [...has, ours].map((one) => ({ id: one.id }));
		await api.call(z.unknown(), { method: 'PUT', path, body });
	} catch (error) {
		// Tags can be switched off in n8n (N8N_WORKFLOW_TAGS_DISABLED); they only help to find things.
		if (!(error instanceof Refusal) || error.status !== 400) throw error;
	}
}
