import { z } from 'zod';
import { KEYS } from './credentials';
import { findBySoql, type SObject } from './salesforceQuery';
import { wrongKind } from './valueKinds';
import { createVendor, type Answer } from './vendor';

export const SALESFORCE_URL = 'https://studio.my.salesforce.com';

const fieldsSchema = z.record(z.unknown());
const note = z.object({ ParentId: z.string(), Title: z.string().max(80), Body: z.string() });

/** Stands in for a Salesforce org: opportunities with their owners, and notes. */
export function createSalesforce() {
	const opportunities: SObject[] = [];
	const notes: Array<{ parentId: string; body: string }> = [];
	const known = new Set(['Id', 'Name', 'LastModifiedDate', 'Owner.Name', 'Owner.Email']);
	let clock = 0;
	const touch = (opportunity: SObject, fields: SObject) => {
		clock = Math.max(clock + 1, Date.now());
		const LastModifiedDate = new Date(clock).toISOString().replace('Z', '+0000');
		Object.assign(opportunity, fields, { LastModifiedDate });
	};
	const find = (id: string | undefined) => opportunities.find(({ Id }) => Id === id);
	return {
		...createVendor({
			name: 'Salesforce',
			hosts: [new URL(SALESFORCE_URL).host],
			routes: {
				'GET /services/data/v59.0/query': ({ query }) => {
					const found = findBySoql(query.get('q') ?? '', { opportunities, known });
					if ('problem' in found) return failed(400, found.code, found.problem);
					const { records } = found;
					return { status: 200, body: { totalSize: records.length, done: true, records } };
				},
				'GET /services/data/v59.0/sobjects/opportunity/:id': ({ params }) => {
					const { Owner: _related, ...own } = find(params.id) ?? {};
					return 'Id' in own ? { status: 200, body: own } : failed(404, 'NOT_FOUND', 'Not found');
				},
				'PATCH /services/data/v59.0/sobjects/opportunity/:id': ({ params, body }) => {
					const opportunity = find(params.id);
					if (opportunity === undefined) return failed(404, 'NOT_FOUND', 'Not found');
					const fields = fieldsSchema.parse(body);
					const unknown = Object.keys(fields).find((name) => !known.has(name));
					if (unknown) return failed(400, 'INVALID_FIELD', `No such column '${unknown}'`);
					const wrong = wrongKind(fields, { texts: true });
					if (wrong) {
						const message = `Cannot deserialize instance of ${wrong.expected} from ${wrong.name}`;
						return failed(400, 'JSON_PARSER_ERROR', message);
					}
					touch(opportunity, fields);
					return { status: 204 };
				},
				'POST /services/data/v59.0/sobjects/note': ({ body }) => {
					const read = note.safeParse(body);
					if (!read.success) return failed(400, 'STRING_TOO_LONG', 'Bad note');
					notes.push({ parentId: read.data.ParentId, body: read.data.Body });
					const id = `002${String(notes.length).padStart(12, '0')}`;
					return { status: 201, body: { id, success: true, errors: [] } };
				},
			},
			authorize: ({ headers: { authorization } }) =>
				authorization === `Bearer ${KEYS.salesforce}`
					? undefined
					: failed(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
			answerUnknown: () => failed(404, 'NOT_FOUND', 'The requested resource does not exist'),
			answerBusy: () => failed(429, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
			answerBroken: () => failed(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred'),
		}),
		/** Adds a won opportunity and returns its id; its fields become known to this org. */
		addOpportunity: (fields: SObject): string => {
			const Id = `0065e00000${String(opportunities.length).padStart(5, '0')}`;
			for (const name of ['StageName', 'IsWon', 'HandoffTaskUrl__c', ...Object.keys(fields)]) {
				known.add(name);
			}
			const opportunity: SObject = { Id, StageName: 'Closed Won', IsWon: true };
			touch(opportunity, fields);
			opportunities.push(opportunity);
			return Id;
		},
		updateOpportunity: (id: string, fields: SObject): void => {
			const opportunity = find(id);
			if (opportunity === undefined) throw new Error(`The Salesforce stand-in has no ${id}`);
			touch(opportunity, fields);
		},
		opportunities: (): SObject[] => opportunities.map((one) => ({ ...one })),
		notes: () => [...notes],
	};
}

const failed = (status: number, errorCode: string, message: string): Answer => ({
	status,
	body: [{ message, errorCode, fields: [] }],
});
