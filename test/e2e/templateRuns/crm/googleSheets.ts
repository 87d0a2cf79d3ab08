import { sheetRow } from '../../../scenario/studio';
import type { CrmRole, Role } from '../roles';
import { textIn } from './textIn';

export const googleSheetsCrm: Role<CrmRole> = ({ googleSheets }) => {
	let changes = 0;
	const cellOf = (id: string, column: string) =>
		textIn(googleSheets.rows().find(({ ID }) => ID === id)?.[column]);
	return {
		failNext: googleSheets.failNext,
		clearFaults: googleSheets.clearFaults,
		add: (title, state) =>
			googleSheets.addRow({ ...sheetRow(title), ...(state === 'incomplete' && { Goals: 'tbd' }) }),
		change: (id) => {
			changes += 1;
			googleSheets.updateRow(id, { Goals: `Android first, then the web; ${changes}.` });
		},
		// The column holds the newest note.
		notes: (id) => [cellOf(id, 'Handoff note') ?? []].flat(),
		gapOn: (id) => cellOf(id, 'Goals'),
		linkOn: (id) => cellOf(id, 'Handoff task'),
		putAway: () => {
			for (const { ID } of googleSheets.rows()) {
				googleSheets.updateRow(String(ID), { Stage: 'Archived' });
			}
		},
		missing: 'Goals of the client',
		search: { match: /GET .*values/ },
	};
};
