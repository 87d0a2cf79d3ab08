import type { Handoff } from '../handoff/envelope';
import type { ReceiverPerson } from '../handoff/receiverPerson';
import { WORDINGS, type Language } from '../language/languages';
import type { Wording } from '../language/wording';

/** The words for who has no language of their own: those of the policy, in English where it names none. */
export const policyWording = ({ agreed }: Pick<Handoff, 'agreed'>): Wording =>
	WORDINGS[agreed.language ?? 'en'];

/** The words in which the sender of a handoff is told things. */
export const senderWording = (handoff: Pick<Handoff, 'agreed' | 'sender'>): Wording =>
	wordingFor(handoff.sender, policyWording(handoff));

/** A reader's own language where one is named; the words of the others where not. */
export const wordingFor = ({ language }: { language?: Language }, others: Wording): Wording =>
	language === undefined || language === others.language ? others : WORDINGS[language];

/** The words for several readers at once: their language where all have the same. */
export function commonWording(
	readers: ReadonlyArray<Pick<ReceiverPerson, 'language'> | undefined>,
	otherwise: Wording,
): Wording {
	const [language, ...others] = new Set(readers.map((reader) => reader?.language));
	return language === undefined || others.length > 0 ? otherwise : WORDINGS[language];
}

/** The words in which the receiving team is told things: their language where all have the same. */
export const receiverWording = (handoff: Pick<Handoff, 'agreed' | 'receiver'>): Wording =>
	commonWording(handoff.receiver.people, policyWording(handoff));
