import { zodToJsonSchema } from 'zod-to-json-schema';
import { answerSchema } from '../../nodes/domain/gate/answer';
import { FIELDS, REFUSAL } from '../../templates/builder/crm/webhook';

const TEXT_OR_NUMBER = { type: ['string', 'number'] };

const record = {
	type: 'object',
	required: ['id'],
	properties: Object.fromEntries(
		Object.entries(FIELDS).map(([name, description]) => [name, { ...TEXT_OR_NUMBER, description }]),
	),
	additionalProperties: true,
};

const refusal = {
	type: 'object',
	required: Object.keys(REFUSAL),
	properties: { status: { const: REFUSAL.status }, reason: { type: 'string' } },
};

const json = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The intake of `webhook-to-clickup.json` as OpenAPI 3.1, from the schemas by which it answers. */
export function intakeDescription(): object {
	const { $schema: _dialect, ...answer } = zodToJsonSchema(answerSchema, { $refStrategy: 'none' });
	return {
		openapi: '3.1.0',
		info: {
			title: 'Handoff intake',
			version: '1.0.0',
			description: 'Takes in a record to be handed over, and says at once where it stands.',
		},
		servers: [{ url: 'https://n8n.example.com' }],
		security: [{ key: [] }],
		paths: {
			'/webhook/handoff': {
				post: {
					operationId: 'handOver',
					summary: 'Send a record, for the first time or again',
					requestBody: {
						required: true,
						content: {
							...json(ref('Record')),
							'application/x-www-form-urlencoded': { schema: ref('Record') },
						},
					},
					responses: {
						200: { description: 'Where the record stands.', content: json(ref('Answer')) },
						400: { description: 'No id came with it.', content: json(ref('Refusal')) },
						403: { description: 'The key is missing or wrong. Nothing is kept.' },
						422: { description: 'n8n cannot read the body as JSON. Nothing is kept.' },
					},
				},
			},
		},
		components: {
			securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Handoff-Key' } },
			schemas: { Record: record, Answer: answer, Refusal: refusal },
		},
	};
}
