import { KEYS } from './credentials';
import { legacyDealRoutes } from './hubspotLegacy';
import { createNotes } from './hubspotNotes';
import { createObjectStore, hubspotProblem, type Properties } from './hubspotObjects';
import { recordRoutes } from './hubspotRecords';
import { createVendor, type Answer, type Routes } from './vendor';

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
	const deals = createObjectStore('deals', 4711);
	const companies = createObjectStore('companies', 501);
	const contacts = createObjectStore('contacts', 901);
	const noteStore = createObjectStore('notes', 7001);
	const tickets = createObjectStore('tickets', 3001);
	const notes = createNotes(noteStore, [deals, contacts, tickets]);
	const owners: Owner[] = [];
	const dealProperties = new Set(STANDARD_DEAL_PROPERTIES);
	const readOnly = new Set<string>();
	const know = (properties: Properties) =>
		Object.keys(properties).forEach((name) => dealProperties.add(name));
	return {
		...createVendor({
			name: 'HubSpot',
			hosts: ['api.hubapi.com'],
			routes: {
				'POST /crm/v3/objects/notes': ({ body }) => notes.create(body),
				...accountRoutes(owners, dealProperties),
				...recordRoutes([deals, companies, contacts, tickets, noteStore], {
					names: dealProperties,
					readOnly,
				}),
				...legacyDealRoutes(deals),
			},
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.hubspot}` ? undefined : UNAUTHORIZED,
			answerUnknown: () => hubspotProblem(404, 'OBJECT_NOT_FOUND', 'resource not found'),
			answerBusy: () => BUSY,
			answerBroken: () => hubspotProblem(500, 'INTERNAL_ERROR', 'internal error'),
		}),
		/** Stores a deal and returns its id. Its properties become known to this HubSpot. */
		addDeal: ({ id, properties, associations }: NewDeal): string => {
			know(properties);
			return deals.add(properties, associations, id).id;
		},
		/** Changes a deal as a person in HubSpot would. */
		updateDeal: (id: string, properties: Properties): void => {
			const deal = deals.find(id);
			if (!deal) throw new Error(`The HubSpot stand-in has no deal ${id}`);
			know(properties);
			deals.change(deal, properties);
		},
		/** Makes custom properties of deals known; writing any other is refused, as in HubSpot. */
		addDealProperties: (...names: string[]): void =>
			names.forEach((name) => dealProperties.add(name)),
		/** Lets nobody write a property by the API, until it is taken back. */
		protect: (property: string): void => void readOnly.add(property),
		unprotect: (property: string): void => void readOnly.delete(property),
		addCompany: (properties: Properties, id?: string) => companies.add(properties, {}, id).id,
		addContact: (properties: Properties, id?: string) => contacts.add(properties, {}, id).id,
		addTicket: (properties: Properties) => tickets.add(properties).id,
		/** Changes a contact or a ticket as a person in HubSpot would. */
		updateRecord: (type: 'contacts' | 'tickets', id: string, properties: Properties): void => {
			const store = type === 'contacts' ? contacts : tickets;
			const object = store.find(id);
			if (!object) throw new Error(`The HubSpot stand-in has no ${type} ${id}`);
			store.change(object, properties);
		},
		records: (type: 'contacts' | 'tickets'): Array<{ id: string; properties: Properties }> =>
			(type === 'contacts' ? contacts : tickets)
				.all()
				.map(({ id, properties }) => ({ id, properties: { ...properties } })),
		addOwner: (owner: Owner): void => void owners.push(owner),
		deals: (): Array<{ id: string; properties: Properties }> =>
			deals.all().map(({ id, properties }) => ({ id, properties: { ...properties } })),
		notes: notes.all,
	};
}

/** The account behind the key: its owners and the properties its deals can have. */
function accountRoutes(owners: Owner[], dealProperties: Set<string>): Routes {
	return {
		'GET /account-info/v3/details': () => ({ status: 200, body: { portalId: 62515 } }),
		'GET /crm/v3/owners': ({ query }) => {
			const email = query.get('email');
			const results = owners.filter((owner) => !email || owner.email === email);
			return { status: 200, body: { results } };
		},
		'GET /crm/v3/owners/:id': ({ params }) => {
			const owner = owners.find(({ id }) => id === params.id);
			if (!owner) return hubspotProblem(404, 'OBJECT_NOT_FOUND', 'Owner not found');
			return { status: 200, body: owner };
		},
		'GET /crm/v3/properties/deals': () => ({
			status: 200,
			body: { results: [...dealProperties].map((name) => ({ name, label: name, type: 'string' })) },
		}),
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
