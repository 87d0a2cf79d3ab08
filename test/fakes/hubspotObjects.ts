import type { Answer } from './vendor';

/** HubSpot keeps every property value as text. */
export type Properties = Record<string, string | null>;

export interface StoredObject {
	id: string;
	properties: Properties;
	/** Ids of associated objects by object type, such as `companies`. */
	associations: Record<string, string[]>;
	createdAt: string;
}

/** Properties that HubSpot gives when a request names none. */
const USUAL_PROPERTIES: Record<string, string[]> = {
	deals: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
	companies: ['domain', 'name'],
	contacts: ['email', 'firstname', 'lastname'],
	tickets: ['subject', 'content', 'hs_pipeline_stage'],
	notes: [],
};
const ALWAYS = ['createdate', 'hs_lastmodifieddate', 'hs_object_id'];

/** Contacts have had another name for it since before the others were there. */
const changedAt = (type: string, at: string): Properties => ({
	hs_lastmodifieddate: at,
	...(type === 'contacts' && { lastmodifieddate: at }),
});

export type ObjectStore = ReturnType<typeof createObjectStore>;

/** The records of one HubSpot object type, with the dates that HubSpot keeps on each of them. */
export function createObjectStore(type: string, firstId: number) {
	const objects = new Map<string, StoredObject>();
	let nextId = firstId;
	let lastInstant = 0;

	/** Later than every instant before, as changes in one millisecond would not be seen. */
	const now = () => {
		lastInstant = Math.max(Date.now(), lastInstant + 1);
		return new Date(lastInstant).toISOString();
	};
	const usual = [...(USUAL_PROPERTIES[type] ?? []), ...ALWAYS];
	return {
		type,
		all: () => [...objects.values()],
		find: (id: string | undefined) => objects.get(id ?? ''),
		add(properties: Properties, associations: Record<string, string[]> = {}, id?: string) {
			const at = now();
			const newId = id ?? String(nextId++);
			const dates = { createdate: at, ...changedAt(type, at), hs_object_id: newId };
			const object = {
				id: newId,
				properties: { ...dates, ...properties },
				associations,
				createdAt: at,
			};
			objects.set(newId, object);
			return object;
		},
		/** Writes properties and moves the date of the last change. */
		change(object: StoredObject, properties: Properties) {
			Object.assign(object.properties, changedAt(type, now()), properties);
		},
		/** The object as version 3 of HubSpot's API shows it. */
		show(object: StoredObject, wanted: string[], associations: string[] = []) {
			const names = wanted.length > 0 ? [...wanted, ...ALWAYS] : usual;
			return {
				id: object.id,
				properties: Object.fromEntries(
					names.map((name) => [name, object.properties[name] ?? null]),
				),
				createdAt: object.createdAt,
				updatedAt: object.properties.hs_lastmodifieddate,
				archived: false,
				...(associations.length > 0 && {
					associations: Object.fromEntries(
						associations.map((kind) => [kind, showLinks(type, kind, object)]),
					),
				}),
			};
		},
	};
}

const SINGULAR: Record<string, string> = {
	deals: 'deal',
	companies: 'company',
	contacts: 'contact',
	tickets: 'ticket',
	notes: 'note',
};

function showLinks(type: string, kind: string, object: StoredObject) {
	const name = `${SINGULAR[type] ?? type}_to_${SINGULAR[kind] ?? kind}`;
	return { results: (object.associations[kind] ?? []).map((id) => ({ id, type: name })) };
}

/** A refusal in HubSpot's own shape. */
export function hubspotProblem(status: number, category: string, message: string): Answer {
	const correlationId = '00000000-0000-4000-8000-000000000000';
	return { status, body: { status: 'error', message, correlationId, category } };
}
