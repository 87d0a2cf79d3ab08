import type { CrmAdapter, Placed } from '../combinations/adapters';
import { httpCall, withoutPlace } from '../nodes/coreNodes';
import { fieldsItem } from '../nodes/fields';
import { ARRIVED, itemOf, NAMES, setting } from '../nodes/names';
import type { TemplateNode } from '../nodes/workflow';

export const API = 'https://api.hubapi.com';
export const CREDENTIAL = 'hubspotAppToken';
const ANYWHERE = { column: 0, row: 0 };

interface HubspotKind {
	/** As HubSpot's addresses have it: `contacts`. */
	type: string;
	/** As HubSpot's pages have it: `0-1`. */
	typeId: string;
	/** HubSpot's number for “note to …”. */
	noteAssociation: number;
	/** The property that takes the address of the task. */
	link: string;
	/** The node that gives what was found. */
	found: string;
	/** Members of the record besides, each an expression. */
	more?: Record<string, string>;
}

/** What is the same for every object of HubSpot: its owner, the record, notes, and the link back. */
export function hubspotParts(
	kind: HubspotKind,
): Required<Pick<CrmAdapter, 'owner' | 'record' | 'note' | 'writeLink' | 'writeBack'>> {
	const { type, link } = kind;
	return {
		owner: [
			{
				...withoutPlace(
					httpCall({
						name: NAMES.owner,
						at: ANYWHERE,
						url: `=${API}/crm/v3/owners/{{ $json.properties.hubspot_owner_id }}`,
						credential: CREDENTIAL,
					}),
				),
				// A record without an owner is a finding of the gate, not an error of the flow.
				onError: 'continueRegularOutput',
			},
		],
		record: [withoutPlace(recordOf(kind))],
		note: (node) => ({
			...httpCall({
				...node,
				method: 'POST',
				url: `${API}/crm/v3/objects/notes`,
				credential: CREDENTIAL,
				members: {
					properties: '{ hs_timestamp: $now.toMillis(), hs_note_body: $json.handoff.message.html }',
					associations: associationOf(kind),
				},
			}),
			onError: 'continueRegularOutput',
		}),
		writeLink: (node, url) => change(type, node, `{ ${link}: ${url} }`),
		// n8n's own node writes by version 1 of the API, which takes a date in milliseconds only.
		writeBack: {
			write: (node) => change(type, node, `{ [$json.write.name]: ${VALUE} }`),
		},
	};
}

/** Of several choices HubSpot takes one text. */
const VALUE = "[$json.write.value].flat().join(';')";

const change = (type: string, node: Placed, properties: string): TemplateNode =>
	httpCall({
		...node,
		method: 'PATCH',
		url: `=${API}/crm/v3/objects/${type}/{{ ${ARRIVED}.record.id }}`,
		credential: CREDENTIAL,
		members: { properties },
	});

const recordOf = ({ typeId, found, more = {} }: HubspotKind) =>
	fieldsItem(
		{ name: NAMES.record, at: ANYWHERE },
		{
			id: `${itemOf(found)}.id`,
			url: `https://app.hubspot.com/contacts/{{ ${setting('hubspotAccountId')} }}/record/${typeId}/{{ ${itemOf(found)}.id }}`,
			'owner.name': "[$json.firstName, $json.lastName].filter(Boolean).join(' ')",
			'owner.email': "$json.email ?? ''",
			properties: `${itemOf(found)}.properties`,
			...more,
		},
		{ kinds: { properties: 'object', attachments: 'array' } },
	);

const associationOf = ({ noteAssociation }: HubspotKind): string =>
	`[{ to: { id: $json.handoff.record.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ${noteAssociation} }] }]`;
