import { z } from 'zod';
import {
	isTextName,
	wordingChangesSchema,
	type Wording,
	type WordingChanges,
} from '../language/wording';
import { languageSchema, WORDINGS, type Language } from '../language/languages';

/** A wording as it is kept while a request waits: which ready one, and what is said otherwise. */
interface KeptWording {
	ready: Language;
	changes?: WordingChanges;
}

/** The texts that this version has; it no longer says the others. */
const keptChangesSchema = z
	.record(z.unknown())
	.transform((kept) =>
		Object.fromEntries(Object.entries(kept).filter(([name]) => isTextName(name))),
	)
	.pipe(wordingChangesSchema);

/**
 * Reads a kept wording as the whole wording that it stands for. A text that a newer version of this
 * package no longer has is passed over: handoffs wait through an upgrade.
 */
export const keptWordingSchema = z
	.object({ ready: languageSchema, changes: keptChangesSchema.optional() })
	.transform(({ ready, changes }): Wording =>
		changes === undefined ? WORDINGS[ready] : { ...WORDINGS[ready], ...changes },
	);

/** Keeps only what is not said by a ready wording: hundreds of texts would be read at every visit. */
export function keepWording(wording: Wording): KeptWording {
	const ready = languageSchema.safeParse(wording.language).data ?? 'en';
	const known = new Map<string, string>(Object.entries(WORDINGS[ready]));
	const changed = Object.entries(wording).filter(([name, text]) => known.get(name) !== text);
	return changed.length === 0 ? { ready } : { ready, changes: Object.fromEntries(changed) };
}
