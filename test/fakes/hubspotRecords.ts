import { z } from 'zod';
import { hubspotProblem, type ObjectStore, type Properties } from './hubspotObjects';
import { searchObjects } from './hubspotSearch';
import { wrongKind } from './valueKinds';
import type { Answer, Routes, VendorRequest } from './vendor';

const changes = z.object({
	properties: z.record(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** What deals of an account have. */
export interface KnownProperties {
	names: Set<string>;
	/** Those that are computed, or that the key may not write. */
	readOnly: Set<string>;
}

const NOT_FOUND = hubspotProblem(404, 'OBJECT_NOT_FOUND', 'resource not found');

/** Version 3 of HubSpot's objects: search, read and change, for every object type alike. */
export function recordRoutes(stores: ObjectStore[], known: KnownProperties): Routes {
	const { names: dealProperties } = known;
	const storeOf = ({ params }: VendorRequest) => stores.find(({ type }) => type === params.type);
	return {
		'POST /crm/v3/objects/:type/search': (request) => {
			const store = storeOf(request);
			return store ? searchObjects(store, request.body) : NOT_FOUND;
		},
		'POST /crm/v3/objects/:type': (request) => {
			const store = storeOf(request);
			const read = changes.safeParse(request.body);
			if (!store || !read.success) return NOT_FOUND;
			const unknown = Object.keys(read.data.properties).find((name) => !dealProperties.has(name));
			if (unknown && store.type === 'deals') return refuseProperty(unknown);
			const made = store.add(asText(read.data.properties));
			return { status: 201, body: store.show(made, Object.keys(read.data.properties)) };
		},
		'GET /crm/v3/objects/:type/:id': (request) => {
			const store = storeOf(request);
			const object = store?.find(request.params.id);
			if (!store || !object) return NOT_FOUND;
			const list = (name: string) =>
				request.query.getAll(name).flatMap((names) => names.split(','));
			return { status: 200, body: store.show(object, list('properties'), list('associations')) };
		},
		'PATCH /crm/v3/objects/:type/:id': (request) => {
			const store = storeOf(request);
			const object = store?.find(request.params.id);
			if (!store || !object) return NOT_FOUND;
			const read = changes.safeParse(request.body);
			if (!read.success) return hubspotProblem(400, 'VALIDATION_ERROR', 'Invalid input JSON');
			const { properties } = read.data;
			const refusal = refuseChange(
				properties,
				store.type === 'deals' ? known : { readOnly: known.readOnly },
			);
			if (refusal) return refusal;
			store.change(object, asText(properties));
			return { status: 200, body: store.show(object, Object.keys(properties)) };
		},
	};
}

/** A property that there is not, that nobody may write, or whose value is of another kind. */
function refuseChange(
	properties: Record<string, unknown>,
	{ names, readOnly }: Partial<KnownProperties>,
): Answer | undefined {
	const given = Object.keys(properties);
	const unknown = given.find((name) => names?.has(name) === false);
	if (unknown !== undefined) return refuseProperty(unknown);
	const fixed = given.find((name) => readOnly?.has(name));
	if (fixed !== undefined) return refuseProperty(fixed, 'READ_ONLY_VALUE');
	const wrong = wrongKind(properties, { texts: true });
	if (wrong === undefined) return undefined;
	return refuseProperty(wrong.name, wrong.expected === 'date' ? 'INVALID_DATE' : 'INVALID_INTEGER');
}

function refuseProperty(name: string, error = 'PROPERTY_DOESNT_EXIST'): Answer {
	const detail = { isValid: false, error, name };
	const message = `Property values were not valid: ${JSON.stringify([detail])}`;
	return hubspotProblem(400, 'VALIDATION_ERROR', message);
}

function asText(values: Record<string, string | number | boolean | null>): Properties {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]),
	);
}
