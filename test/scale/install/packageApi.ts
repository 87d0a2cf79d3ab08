import { z } from 'zod';
import type { N8nClient } from '../../harness/client';

const PATH = '/community-packages';
const NAME = 'n8n-nodes-handoff';

const installedSchema = z.object({
	packageName: z.string(),
	installedVersion: z.string(),
	installedNodes: z.array(z.object({ name: z.string(), type: z.string() })),
	updateAvailable: z.string().optional(),
});

export type Installed = z.infer<typeof installedSchema>;

/** What n8n's screen of community nodes does, through the API that it uses. */
export const packageApiOf = ({ call }: N8nClient) => ({
	list: async (): Promise<Installed[]> => await call(z.array(installedSchema), { path: PATH }),
	install: async (): Promise<Installed> =>
		await call(installedSchema, { method: 'POST', path: PATH, body: { name: NAME } }),
	upgrade: async (): Promise<Installed> =>
		await call(installedSchema, { method: 'PATCH', path: PATH, body: { name: NAME } }),
	remove: async (): Promise<void> =>
		void (await call(z.unknown(), { method: 'DELETE', path: `${PATH}?name=${NAME}` })),
});
