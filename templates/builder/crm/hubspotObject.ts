import { placeholder, type CrmAdapter, type Seam } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall, jsonItem, splitOut, withoutPlace } from '../nodes/coreNodes';
import { htmlOf } from './htmlNote';

const API = 'https://api.hubapi.com';
const CREDENTIAL = 'hubspotAppToken';
const OBJECT = firstOf(NAMES.arrives);
const LINK = 'handoff_task_url';
const ANYWHERE = { column: 0, row: 0 };

export interface HubspotObject {
	system: string;
	/** As HubSpot's addresses have it: `contacts`. */
	type: string;
	/** As HubSpot's pages have it: `0-1`. */
	typeId: string;
	/** HubSpot's number for “note to …”. */
	noteAssociation: number;
	recordName: string;
	policy: Record<string, unknown>;
	seam: Seam;
	/** What makes one due; those with a link are left out. */
	due: { propertyName: string; value: string };
	properties: string[];
	lastModified: string;
	/** Members of the record besides id, url and owner, as an expression. */
	members: (object: string) => string;
	title: (object: string) => string;
	setUp: string[];
}

/** A way in from any object of HubSpot: found by a search, noted on, and linked back. */
export const hubspotObject = (kind: HubspotObject): CrmAdapter => ({
	label: 'HubSpot',
	system: kind.system,
	recordName: kind.recordName,
	policy: kind.policy,
	seam: kind.seam,
	settings: { hubspotAccountId: placeholder('HubSpot account number') },
	find: () => [search(kind), splitOut('Each of them', 'results')],
	owner: (at) => ({
		...httpCall({
			name: NAMES.owner,
			at,
			url: `=${API}/crm/v3/owners/{{ ${OBJECT}.properties.hubspot_owner_id }}`,
			credential: CREDENTIAL,
		}),
		// A record without an owner is a finding of the gate, not an error of the flow.
		onError: 'continueRegularOutput',
		executeOnce: true,
	}),
	record: (at) =>
		jsonItem(
			{ name: NAMES.record, at },
			`={{ { ...${kind.members(OBJECT)}, id: ${OBJECT}.id, url: 'https://app.hubspot.com/contacts/' + ${firstOf(NAMES.settings)}.hubspotAccountId + '/record/${kind.typeId}/' + ${OBJECT}.id, owner: { name: [$json.firstName, $json.lastName].filter(Boolean).join(' '), email: $json.email ?? '' } } }}`,
		),
	note: (node, handoff) => ({
		...httpCall({
			...node,
			method: 'POST',
			url: `${API}/crm/v3/objects/notes`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ properties: { hs_timestamp: $now.toMillis(), hs_note_body: ${htmlOf(`${handoff}.message`)} }, associations: [{ to: { id: ${OBJECT}.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ${kind.noteAssociation} }] }] }) }}`,
		}),
		onError: 'continueRegularOutput',
	}),
	writeLink: (node, url) =>
		httpCall({
			...node,
			method: 'PATCH',
			url: `=${API}/crm/v3/objects/${kind.type}/{{ ${OBJECT}.id }}`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ properties: { ${LINK}: ${url} } }) }}`,
		}),
	expressions: {
		id: `${OBJECT}.id`,
		version: `${OBJECT}.properties.${kind.lastModified}`,
		title: kind.title(OBJECT),
		ownerEmail: `${firstOf(NAMES.record)}.owner.email`,
	},
	setUp: kind.setUp,
});

/** The newest changes first, so that those who wait for somebody never hide the others. */
const search = ({ type, due, properties, lastModified, recordName }: HubspotObject) => {
	const filters = [
		{ ...due, operator: 'EQ' },
		{ propertyName: LINK, operator: 'NOT_HAS_PROPERTY' },
	];
	const sorts = [{ propertyName: lastModified, direction: 'DESCENDING' }];
	const body = {
		filterGroups: [{ filters }],
		sorts,
		limit: 100,
		properties: [...properties, 'hubspot_owner_id', lastModified, LINK],
	};
	return withoutPlace(
		httpCall({
			name: `Find ${recordName}s that are due`,
			at: ANYWHERE,
			method: 'POST',
			url: `${API}/crm/v3/objects/${type}/search`,
			credential: CREDENTIAL,
			body: JSON.stringify(body, null, 2),
		}),
	);
};
