import { SELLER, SELLER_NAME, sheetRow } from '../../../scenario/studio';
import type { CrmRole, Role } from '../roles';
import { textIn } from './textIn';

export const airtableCrm: Role<CrmRole> = ({ airtable }) => {
	let changes = 0;
	const fieldOf = (id: string, field: string) =>
		textIn(airtable.records().find((record) => record.id === id)?.fields[field]);
	return {
		failNext: airtable.failNext,
		clearFaults: airtable.clearFaults,
		add: (title, state) =>
			airtable.addRecord({
				...sheetRow(title),
				Owner: { id: 'usr1', name: SELLER_NAME, email: SELLER.email },
				...(state === 'incomplete' && { Goals: 'tbd' }),
			}),
		change: (id) => {
			changes += 1;
			airtable.updateRecord(id, { Goals: `Android first, then the web; ${changes}.` });
		},
		// The field holds the newest note.
		notes: (id) => [fieldOf(id, 'Handoff note') ?? []].flat(),
		gapOn: (id) => fieldOf(id, 'Goals'),
		linkOn: (id) => fieldOf(id, 'Handoff task'),
		putAway: () => {
			for (const { id } of airtable.records()) airtable.updateRecord(id, { Stage: 'Archived' });
		},
		missing: 'Goals of the client',
		search: { match: /^GET/ },
	};
};
