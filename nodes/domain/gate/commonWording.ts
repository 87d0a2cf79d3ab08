import type { ReceiverPerson } from '../handoff/receiverPerson';
import { WORDINGS } from '../wording/languages/wordings';
import type { Wording } from '../wording/wording';

type Reader = Pick<ReceiverPerson, 'language'>;

/** The words for several readers at once: their language where all have the same, otherwise English. */
export function commonWording(readers: ReadonlyArray<Reader | undefined>): Wording {
	const [language, ...others] = new Set(readers.map((reader) => reader?.language));
	return language === undefined || others.length > 0 ? WORDINGS.en : WORDINGS[language];
}
