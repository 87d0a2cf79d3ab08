import type { ReceiverPerson } from '../handoff/receiverPerson';
import { WORDINGS } from '../language/languages';
import type { Wording } from '../language/wording';

type Reader = Pick<ReceiverPerson, 'language'>;

/** The words for several readers at once: their language where all have the same. */
export function commonWording(
	readers: ReadonlyArray<Reader | undefined>,
	otherwise: Wording,
): Wording {
	const [language, ...others] = new Set(readers.map((reader) => reader?.language));
	return language === undefined || others.length > 0 ? otherwise : WORDINGS[language];
}
