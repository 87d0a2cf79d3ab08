import type { Handoff } from '../handoff/envelope';
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
