import { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { writeJson } from '../builder/nodes/workflow';
import { clientSchema } from './client';

/**
 * The JSON Schema of a file of clients, by which editors complete keys and say what they mean. It is
 * looser than the import: what depends on several places only the import sees.
 */
export function clientsSchemaFile(): { path: string; content: string } {
	const editorKey = z.string().optional();
	const client = clientSchema.extend({ $schema: editorKey });
	const clients = z.object({ $schema: editorKey, clients: z.array(client) }).strict();
	const schema = zodToJsonSchema(z.union([clients, z.array(client), client]), {
		definitions: { client },
		effectStrategy: 'input',
		pipeStrategy: 'input',
	});
	return {
		path: 'import/clients.schema.json',
		content: writeJson({ title: 'Clients of an agency', ...schema }),
	};
}
