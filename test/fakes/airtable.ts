import { z } from 'zod';
import { KEYS } from './credentials';
import { wrongKind } from './valueKinds';
import { createVendor, type Answer } from './vendor';

export interface AirtableRecord {
	id: string;
	createdTime: string;
	fields: Record<string, unknown>;
}

export const AIRTABLE = { base: 'appStudio00000001', table: 'tblDeals000000001' };

const changes = z.object({
	records: z.array(z.object({ id: z.string(), fields: z.record(z.unknown()) })).max(10),
});
const EQUALITY = /\{([^}]+)\}\s*=\s*'([^']*)'/g;
const OF_RECORD = /RECORD_ID\(\)\s*=\s*'([^']*)'/;

/** Stands in for Airtable's API with one table, whose fields are given. */
export function createAirtable() {
	const records: AirtableRecord[] = [];
	const known = new Set(['Stage', 'Handoff task', 'Handoff note']);
	const path = `/v0/${AIRTABLE.base}/${AIRTABLE.table}`;
	return {
		...createVendor({
			name: 'Airtable',
			hosts: ['api.airtable.com'],
			routes: {
				[`GET ${path}`]: ({ query }) => listRecords(records, { known, query }),
				[`PATCH ${path}`]: ({ body }) => {
					const read = changes.safeParse(body);
					if (!read.success) return problem(422, 'INVALID_REQUEST_UNKNOWN', 'Bad body');
					const unknown = read.data.records
						.flatMap(({ fields }) => Object.keys(fields))
						.find((name) => !known.has(name));
					if (unknown) return problem(422, 'UNKNOWN_FIELD_NAME', `Unknown field: "${unknown}"`);
					const wrong = wrongKind(
						Object.assign({}, ...read.data.records.map(({ fields }) => fields)),
					);
					if (wrong) {
						const message = `Field "${wrong.name}" cannot accept the provided value`;
						return problem(422, 'INVALID_VALUE_FOR_COLUMN', message);
					}
					const found = read.data.records.flatMap(({ id, fields }) => {
						const record = records.find((one) => one.id === id);
						if (record) Object.assign(record.fields, fields);
						return record ?? [];
					});
					if (found.length < read.data.records.length)
						return problem(404, 'NOT_FOUND', 'NOT_FOUND');
					return { status: 200, body: { records: found.map(show) } };
				},
			},
			authorize: ({ headers: { authorization } }) =>
				authorization === `Bearer ${KEYS.airtable}`
					? undefined
					: problem(401, 'AUTHENTICATION_REQUIRED', 'Authentication required'),
			answerUnknown: () => problem(404, 'NOT_FOUND', 'Could not find what you are looking for'),
			answerBusy: () => ({
				...problem(429, 'RATE_LIMIT_REACHED', 'Rate limit exceeded. Please try again later'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => problem(500, 'SERVER_ERROR', 'Try again'),
		}),
		/** Adds a row and returns its id; its fields become known to this base. */
		addRecord: (fields: Record<string, unknown>): string => {
			Object.keys(fields).forEach((name) => known.add(name));
			const id = `rec${String(records.length + 1).padStart(14, '0')}`;
			records.push({ id, createdTime: new Date().toISOString(), fields: { ...fields } });
			return id;
		},
		updateRecord: (id: string, fields: Record<string, unknown>): void => {
			const record = records.find((one) => one.id === id);
			if (record === undefined) throw new Error(`The Airtable stand-in has no record ${id}`);
			Object.assign(record.fields, fields);
		},
		records: (): AirtableRecord[] => records.map((one) => ({ ...one, fields: { ...one.fields } })),
	};
}

/** Rows that fit a formula of equalities; Airtable leaves out fields that are empty. */
function listRecords(
	records: AirtableRecord[],
	{ known, query }: { known: ReadonlySet<string>; query: URLSearchParams },
): Answer {
	const formula = query.get('filterByFormula') ?? '';
	const wanted = [...formula.matchAll(EQUALITY)];
	const [, onlyId] = OF_RECORD.exec(formula) ?? [];
	const unknown = wanted.find(([, field = '']) => !known.has(field));
	if (unknown)
		return problem(422, 'INVALID_FILTER_BY_FORMULA', `Unknown field names: ${unknown[1]}`);
	const fits = ({ id, fields }: AirtableRecord) =>
		(onlyId === undefined || id === onlyId) &&
		wanted.every(([, field = '', value = '']) => String(fields[field] ?? '') === value);
	return { status: 200, body: { records: records.filter(fits).map(show) } };
}

const show = ({ fields, ...record }: AirtableRecord) => ({
	...record,
	fields: Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== '' && value !== null),
	),
});

const problem = (status: number, type: string, message: string): Answer => ({
	status,
	body: { error: { type, message } },
});
