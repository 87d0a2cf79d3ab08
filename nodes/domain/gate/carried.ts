import { handoffSchema, type Handoff } from '../handoff/envelope';

/** The envelope with which an item came back to the gate; undefined when it carries none. */
export const carriedBy = ({ handoff }: Readonly<Record<string, unknown>>): Handoff | undefined =>
	handoff === undefined ? undefined : handoffSchema.safeParse(handoff).data;

/** What became of a record that was read again. */
export type CarriedRecord = 'found' | 'gone';

/**
 * Tells whether the record of an item that carries an envelope is there. Nothing but the envelope
 * means that it was looked for and is gone.
 *
 * @throws Error when it could not be read: that says nothing about the record
 */
export function readingOf(
	item: Readonly<Record<string, unknown>>,
	{ recordId }: { recordId: string },
): CarriedRecord {
	if (recordId !== '') return 'found';
	const { handoff, error, ...others } = item;
	if (handoff === undefined) return 'found';
	if (error !== undefined && error !== null) {
		throw new Error(`The record could not be read again: ${describe(error)}`);
	}
	return Object.keys(others).length === 0 ? 'gone' : 'found';
}

function describe(error: unknown): string {
	if (typeof error === 'object' && error !== null && 'message' in error) {
		return String(error.message);
	}
	return String(error);
}
