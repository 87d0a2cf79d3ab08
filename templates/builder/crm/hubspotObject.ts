import { placeholder, type CrmAdapter, type Seam } from '../combinations/adapters';
import { httpCall, splitOut, withoutPlace } from '../nodes/coreNodes';
import { NAMES, RECORD } from '../nodes/names';
import { recordNow } from '../nodes/readAgain';
import { API, CREDENTIAL, hubspotParts } from './hubspotParts';

const LINK = 'handoff_task_url';
const EACH = 'Each of them';

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
	/** Members of the record besides, each an expression. */
	more?: Record<string, string>;
	setUp: string[];
}

/** A way in from any object of HubSpot: found by a search, noted on, and linked back. */
export const hubspotObject = (kind: HubspotObject): CrmAdapter => ({
	label: 'HubSpot',
	system: kind.system,
	recordName: kind.recordName,
	policy: {
		...kind.policy,
		handOver: { when: { field: `properties.${kind.due.propertyName}`, equals: kind.due.value } },
	},
	seam: kind.seam,
	settings: { hubspotAccountId: placeholder('HubSpot account number') },
	find: () => [search(kind), splitOut(EACH, 'results')],
	...hubspotParts({ ...kind, link: LINK, found: EACH }),
	readAgain: {
		read: (at) =>
			httpCall({
				name: NAMES.readAgain,
				at,
				url: `=${API}/crm/v3/objects/${kind.type}/{{ ${RECORD}.id }}`,
				credential: CREDENTIAL,
				query: { properties: propertiesOf(kind).join(',') },
			}),
		record: recordNow({ keep: ['url', 'owner', ...Object.keys(kind.more ?? {})] }),
	},
	setUp: kind.setUp,
});

const propertiesOf = ({ due, properties, lastModified }: HubspotObject): string[] => [
	...properties,
	due.propertyName,
	'hubspot_owner_id',
	lastModified,
	LINK,
];

/** The newest changes first, so that those who wait for somebody never hide the others. */
function search(kind: HubspotObject) {
	const { type, due, lastModified, recordName } = kind;
	const filters = [
		{ ...due, operator: 'EQ' },
		{ propertyName: LINK, operator: 'NOT_HAS_PROPERTY' },
	];
	const body = {
		filterGroups: [{ filters }],
		sorts: [{ propertyName: lastModified, direction: 'DESCENDING' }],
		limit: 100,
		properties: propertiesOf(kind),
	};
	return withoutPlace(
		httpCall({
			name: `Find ${recordName}s that are due`,
			at: { column: 0, row: 0 },
			method: 'POST',
			url: `${API}/crm/v3/objects/${type}/search`,
			credential: CREDENTIAL,
			body: JSON.stringify(body, null, 2),
		}),
	);
}
