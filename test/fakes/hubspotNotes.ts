import { z } from 'zod';
import { hubspotProblem, type ObjectStore } from './hubspotObjects';
import type { Answer } from './vendor';

/** HubSpot's own numbers of the associations from a note to another object. */
const NOTE_TO: Record<number, string> = { 202: 'contacts', 214: 'deals', 228: 'tickets' };

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
	/** Everything that it is a note on, deals or not. */
	recordIds: string[];
	body: string;
}

/**
 * Notes on records. A new note moves the date of the last change of its records, as it does in
 * HubSpot: whoever looks for changed records sees them again.
 */
export function createNotes(notes: ObjectStore, stores: ObjectStore[]) {
	const create = (body: unknown): Answer => {
		const read = newNote.safeParse(body);
		if (!read.success) {
			const [issue] = read.error.issues;
			const message = `Invalid input JSON at ${issue?.path.join('.') ?? ''}`;
			return hubspotProblem(400, 'VALIDATION_ERROR', message);
		}
		const { properties, associations } = read.data;
		const links = associations.flatMap(({ to, types }) =>
			types.map(({ associationTypeId }) => ({ type: NOTE_TO[associationTypeId] ?? '', id: to.id })),
		);
		const objectOf = ({ type, id }: { type: string; id: string }) =>
			stores.find((store) => store.type === type)?.find(id);
		const missing = links.find((link) => objectOf(link) === undefined);
		if (missing) {
			const message = `No ${missing.type} with ID ${missing.id} exists`;
			return hubspotProblem(404, 'OBJECT_NOT_FOUND', message);
		}
		const note = notes.add(
			properties,
			Object.fromEntries(
				stores.map(({ type }) => [
					type,
					links.filter((link) => link.type === type).map(({ id }) => id),
				]),
			),
		);
		for (const link of links) {
			const store = stores.find(({ type }) => type === link.type);
			const object = objectOf(link);
			if (object) store?.change(object, { notes_last_updated: new Date().toISOString() });
		}
		return { status: 201, body: notes.show(note, Object.keys(properties)) };
	};
	const all = (): Note[] =>
		notes.all().map(({ id, properties, associations }) => ({
			id,
			dealIds: associations.deals ?? [],
			recordIds: Object.values(associations).flat(),
			body: properties.hs_note_body ?? '',
		}));
	return { create, all };
}
