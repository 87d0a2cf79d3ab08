import { z } from 'zod';
import { KEYS } from './credentials';
import { createNotes } from './hubspotNotes';
import { createObjectStore, hubspotProblem, type Properties } from './hubspotObjects';
import { legacyDealRoutes } from './hubspotLegacy';
import { searchObjects } from './hubspotSearch';
import { createVendor, type Answer, type Routes, type VendorRequest } from './vendor';

const changes = z.object({
	properties: z.record(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export interface NewDeal {
	id?: string;
	properties: Properties;
	/** Ids of associated objects by object type, such as `{ companies: ['501'] }`. */
	associations?: Record<string, string[]>;
}

export interface Owner {
	id: string;
	email: string;
	firstName: string;
	lastName: string;
}

/** Stands in for HubSpot's CRM: deals, companies, contacts, owners and notes, versions 1 and 3. */
export function createHubspot() {
	const stores = {
		deals: createObjectStore('deals', 4711),
		companies: createObjectStore('companies', 501),
		contacts: createObjectStore('contacts', 901),
		notes: createObjectStore('notes', 7001),
	};
	const owners: Owner[] = [];
	const dealProperties = new Set(STANDARD_DEAL_PROPERTIES);
	const notes = createNotes(stores.notes, stores.deals);
	const storeOf = (request: VendorRequest) =>
		Object.values(stores).find(({ type }) => type === request.params.type);

	const readObject = (request: VendorRequest): Answer => {
		const store = storeOf(request);
		const object = store?.find(request.params.id);
		if (!store || !object) return NOT_FOUND;
		const list = (name: string) => request.query.getAll(name).flatMap((each) => each.split(','));
		return { status: 200, body: store.show(object, list('properties'), list('associations')) };
	};
	const changeObject = (request: VendorRequest): Answer => {
		const store = storeOf(request);
		const object = store?.find(request.params.id);
		if (!store || !object) return NOT_FOUND;
		const read = changes.safeParse(request.body);
		if (!read.success) return hubspotProblem(400, 'VALIDATION_ERROR', 'Invalid input JSON');
		const unknown = Object.keys(read.data.properties).find((name) => !dealProperties.has(name));
		if (unknown && store.type === 'deals') return unknownProperty(unknown);
		store.change(object, asText(read.data.properties));
		return { status: 200, body: store.show(object, []) };
	};
	const searchType = (request: VendorRequest): Answer => {
		const store = storeOf(request);
		return store ? searchObjects(store, request.body) : NOT_FOUND;
	};
	const routes: Routes = {
		'GET /account-info/v3/details': () => ({ status: 200, body: { portalId: 62515 } }),
		'POST /crm/v3/objects/notes': ({ body }) => notes.create(body),
		'POST /crm/v3/objects/:type/search': searchType,
		'GET /crm/v3/objects/:type/:id': readObject,
		'PATCH /crm/v3/objects/:type/:id': changeObject,
		'GET /crm/v3/owners': () => ({ status: 200, body: { results: owners } }),
		'GET /crm/v3/owners/:id': ({ params }) => {
			const owner = owners.find(({ id }) => id === params.id);
			return owner ? { status: 200, body: owner } : NOT_FOUND;
		},
		'GET /crm/v3/properties/deals': () => ({
			status: 200,
			body: { results: [...dealProperties].map((name) => ({ name, label: name, type: 'string' })) },
		}),
		...legacyDealRoutes(stores.deals),
	};
	return {
		...createVendor({
			name: 'HubSpot',
			hosts: ['api.hubapi.com'],
			routes,
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.hubspot}` ? undefined : UNAUTHORIZED,
			answerUnknown: () => NOT_FOUND,
			answerBusy: () => BUSY,
			answerBroken: () => hubspotProblem(500, 'INTERNAL_ERROR', 'internal error'),
		}),
		/** Stores a deal and returns its id. Its properties become known to this HubSpot. */
		addDeal: ({ id, properties, associations }: NewDeal): string => {
			for (const name of Object.keys(properties)) dealProperties.add(name);
			return stores.deals.add(properties, associations, id).id;
		},
		/** Changes a deal as a person in HubSpot would. */
		updateDeal: (id: string, properties: Properties): void => {
			const deal = stores.deals.find(id);
			if (!deal) throw new Error(`The HubSpot stand-in has no deal ${id}`);
			for (const name of Object.keys(properties)) dealProperties.add(name);
			stores.deals.change(deal, properties);
		},
		/** Makes custom properties of deals known; writing any other is refused, as in HubSpot. */
		addDealProperties: (...names: string[]): void =>
			names.forEach((name) => dealProperties.add(name)),
		addCompany: (properties: Properties, id?: string) =>
			stores.companies.add(properties, {}, id).id,
		addContact: (properties: Properties, id?: string) => stores.contacts.add(properties, {}, id).id,
		addOwner: (owner: Owner): void => void owners.push(owner),
		deals: (): Array<{ id: string; properties: Properties }> =>
			stores.deals.all().map(({ id, properties }) => ({ id, properties: { ...properties } })),
		notes: notes.all,
	};
}

const STANDARD_DEAL_PROPERTIES = [
	'amount',
	'closedate',
	'createdate',
	'deal_currency_code',
	'dealname',
	'dealstage',
	'dealtype',
	'description',
	'hs_lastmodifieddate',
	'hs_next_step',
	'hs_object_id',
	'hubspot_owner_id',
	'notes_last_updated',
	'pipeline',
];

const NOT_FOUND = hubspotProblem(404, 'OBJECT_NOT_FOUND', 'resource not found');
const UNAUTHORIZED = hubspotProblem(
	401,
	'INVALID_AUTHENTICATION',
	'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
);
const BUSY: Answer = {
	status: 429,
	headers: { 'retry-after': '1', 'x-hubspot-ratelimit-remaining': '0' },
	body: {
		status: 'error',
		message: 'You have reached your secondly limit.',
		errorType: 'RATE_LIMIT',
		correlationId: '00000000-0000-4000-8000-000000000000',
		policyName: 'SECONDLY',
	},
};

function unknownProperty(name: string): Answer {
	const detail = { isValid: false, error: 'PROPERTY_DOESNT_EXIST', name };
	const message = `Property values were not valid: ${JSON.stringify([detail])}`;
	return hubspotProblem(400, 'VALIDATION_ERROR', message);
}

function asText(values: Record<string, string | number | boolean | null>): Properties {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]),
	);
}
