import { z } from 'zod';
import { hubspotProblem, type ObjectStore, type Properties } from './hubspotObjects';
import { searchObjects } from './hubspotSearch';
import type { Answer, Routes, VendorRequest } from './vendor';

const changes = z.object({
	properties: z.record(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const NOT_FOUND = hubspotProblem(404, 'OBJECT_NOT_FOUND', 'resource not found');

/** Version 3 of HubSpot's objects: search, read and change, for every object type alike. */
export function recordRoutes(stores: ObjectStore[], dealProperties: Set<string>): Routes {
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
			const unknown = Object.keys(read.data.properties).find((name) => !dealProperties.has(name));
			if (unknown && store.type === 'deals') return refuseProperty(unknown);
			store.change(object, asText(read.data.properties));
			return { status: 200, body: store.show(object, Object.keys(read.data.properties)) };
		},
	};
}

function refuseProperty(name: string): Answer {
	const detail = { isValid: false, error: 'PROPERTY_DOESNT_EXIST', name };
	const message = `Property values were not valid: ${JSON.stringify([detail])}`;
	return hubspotProblem(400, 'VALIDATION_ERROR', message);
}

function asText(values: Record<string, string | number | boolean | null>): Properties {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]),
	);
}
