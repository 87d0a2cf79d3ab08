import { z } from 'zod';
import type { ObjectStore, Properties, StoredObject } from './hubspotObjects';
import { hubspotProblem } from './hubspotObjects';
import type { Answer } from './vendor';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const filter = z.object({
	propertyName: z.string(),
	operator: z.enum([
		'EQ',
		'NEQ',
		'LT',
		'LTE',
		'GT',
		'GTE',
		'BETWEEN',
		'IN',
		'NOT_IN',
		'HAS_PROPERTY',
		'NOT_HAS_PROPERTY',
		'CONTAINS_TOKEN',
	]),
	value: text.optional(),
	highValue: text.optional(),
	values: z.array(text).optional(),
});
const nameList = z.union([z.array(z.string()), z.string().transform((names) => names.split(','))]);
const searchBody = z.object({
	filterGroups: z
		.array(z.object({ filters: z.array(filter) }))
		.max(5)
		.default([]),
	sorts: z.array(z.object({ propertyName: z.string(), direction: z.string() })).default([]),
	query: z.string().optional(),
	properties: nameList.default([]),
	limit: z.number().int().min(1).max(200).default(10),
	after: text.optional(),
});

type Filter = z.infer<typeof filter>;

/** Answers a search of HubSpot's CRM: groups are joined by or, the filters of a group by and. */
export function searchObjects(store: ObjectStore, body: unknown): Answer {
	const read = searchBody.safeParse(body);
	if (!read.success) return hubspotProblem(400, 'VALIDATION_ERROR', describe(read.error));
	const { filterGroups, sorts, query, properties, limit, after } = read.data;
	const lacking = filterGroups.flatMap(({ filters }) => filters).find(lacksValue);
	if (lacking) {
		const message = `operator ${lacking.operator} requires a value for ${lacking.propertyName}`;
		return hubspotProblem(400, 'VALIDATION_ERROR', message);
	}
	const found = store
		.all()
		.filter((object) => fitsQuery(object.properties, query))
		.filter(({ properties: values }) => fitsGroups(values, filterGroups))
		.sort(bySorts(sorts));
	const start = Number(after ?? 0);
	const page = found.slice(start, start + limit);
	const end = start + page.length;
	return {
		status: 200,
		body: {
			total: found.length,
			results: page.map((object) => store.show(object, properties)),
			...(end < found.length && { paging: { next: { after: String(end) } } }),
		},
	};
}

function describe(error: z.ZodError): string {
	const [issue] = error.issues;
	return `Invalid input JSON at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}

function lacksValue({ operator, value, values, highValue }: Filter): boolean {
	if (operator === 'HAS_PROPERTY' || operator === 'NOT_HAS_PROPERTY') return false;
	if (operator === 'IN' || operator === 'NOT_IN') return values === undefined;
	if (operator === 'BETWEEN') return value === undefined || highValue === undefined;
	return value === undefined;
}

function fitsQuery(properties: Properties, query?: string): boolean {
	if (!query) return true;
	const words = Object.values(properties).join(' ').toLowerCase();
	return words.includes(query.toLowerCase());
}

function fitsGroups(properties: Properties, groups: Array<{ filters: Filter[] }>): boolean {
	if (groups.length === 0) return true;
	return groups.some(({ filters }) => filters.every((one) => fits(properties, one)));
}

function fits(properties: Properties, one: Filter): boolean {
	const actual = properties[one.propertyName] ?? '';
	const known = actual !== '';
	const order = compare(actual, one.value ?? '');
	const among = (one.values ?? []).some((value) => compare(actual, value) === 0);
	switch (one.operator) {
		case 'HAS_PROPERTY':
			return known;
		case 'NOT_HAS_PROPERTY':
			return !known;
		case 'EQ':
			return known && order === 0;
		case 'NEQ':
			return known && order !== 0;
		case 'LT':
			return known && order < 0;
		case 'LTE':
			return known && order <= 0;
		case 'GT':
			return known && order > 0;
		case 'GTE':
			return known && order >= 0;
		case 'BETWEEN':
			return known && order >= 0 && compare(actual, one.highValue ?? '') <= 0;
		case 'IN':
			return known && among;
		case 'NOT_IN':
			return known && !among;
		case 'CONTAINS_TOKEN':
			return actual.toLowerCase().includes((one.value ?? '').replaceAll('*', '').toLowerCase());
	}
}

function bySorts(sorts: Array<{ propertyName: string; direction: string }>) {
	return (a: StoredObject, b: StoredObject) => {
		for (const { propertyName, direction } of sorts) {
			const order = compare(a.properties[propertyName] ?? '', b.properties[propertyName] ?? '');
			if (order !== 0) return direction === 'DESCENDING' ? -order : order;
		}
		return 0;
	};
}

/** Compares as numbers or instants where both sides are such, else as text without case. */
function compare(a: string, b: string): number {
	const [left, right] = [asNumber(a), asNumber(b)];
	if (left !== undefined && right !== undefined) return left - right;
	const [x, y] = [a.toLowerCase(), b.toLowerCase()];
	return x < y ? -1 : x > y ? 1 : 0;
}

function asNumber(value: string): number | undefined {
	if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
	return /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : undefined;
}
