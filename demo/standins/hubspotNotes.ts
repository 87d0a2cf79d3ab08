import { z } from 'zod';
import { hubspotProblem, type ObjectStore } from './hubspotObjects';
import type { Answer } from './vendor';

/** HubSpot's own number of the association from a note to a deal. */
const NOTE_TO_DEAL = 214;

const newNote = z.object({
	properties: z.object({
		hs_timestamp: z.union([z.string(), z.number()]).transform(String),
		hs_note_body: z.string().max(65_536),
		hubspot_owner_id: z.union([z.string(), z.number()]).transform(String).optional(),
	}),
	associations: z
		.array(
			z.object({
				to: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
				types: z.array(
					z.object({ associationCategory: z.string(), associationTypeId: z.coerce.number() }),
				),
			}),
		)
		.default([]),
});

export interface Note {
	id: string;
	dealIds: string[];
	body: string;
}

/**
 * Notes on deals. A new note moves the date of the last change of its deals, as it does in HubSpot:
 * whoever looks for changed deals sees the deal again.
 */
export function createNotes(notes: ObjectStore, deals: ObjectStore) {
	const create = (body: unknown): Answer => {
		const read = newNote.safeParse(body);
		if (!read.success) {
			const [issue] = read.error.issues;
			const message = `Invalid input JSON at ${issue?.path.join('.') ?? ''}`;
			return hubspotProblem(400, 'VALIDATION_ERROR', message);
		}
		const { properties, associations } = read.data;
		const links = associations.filter(({ types }) =>
			types.some(({ associationTypeId }) => associationTypeId === NOTE_TO_DEAL),
		);
		const missing = links.find(({ to }) => !deals.find(to.id));
		if (missing) {
			const message = `No deal with ID ${missing.to.id} exists`;
			return hubspotProblem(404, 'OBJECT_NOT_FOUND', message);
		}
		const dealIds = links.map(({ to }) => to.id);
		const note = notes.add(properties, { deals: dealIds });
		for (const id of dealIds) {
			const deal = deals.find(id);
			if (deal) deals.change(deal, { notes_last_updated: new Date().toISOString() });
		}
		return { status: 201, body: notes.show(note, Object.keys(properties)) };
	};
	const all = (): Note[] =>
		notes.all().map(({ id, properties, associations }) => ({
			id,
			dealIds: associations.deals ?? [],
			body: properties.hs_note_body ?? '',
		}));
	return { create, all };
}
