import { sameAddress } from '../base/emailAddress';
import type { Person } from '../base/message';
import type { Handoff } from '../handoff/envelope';
import type { FixerLink, SentChanges } from '../handoff/fixing';
import type { Wording } from '../language/wording';
import type { MessageDocument } from '../message/document';
import { renderMessage } from '../message/renderMessage';
import type { Locale } from '../wording/locale';
import {
	fixFailedDocument,
	fixReminderDocument,
	fixRequestDocument,
	fixRestDocument,
} from './fixDocuments';
import { fixerLinkOf, openFixerLinks, type FixHandoff } from './gaps';

/** A request that is out, in whose words it is spoken of, and whom it concerns besides the fixers. */
export interface AskedFix {
	handoff: FixHandoff;
	wording: Wording;
	escalateTo: Person[];
}

export const fixLocale = ({ handoff, wording }: Pick<AskedFix, 'handoff' | 'wording'>): Locale => ({
	wording,
	timezone: handoff.fixing.timezone,
});

/**
 * The envelope with a message in it, and with the links of those whom it is for and no others: who
 * sees the message of one person must not be able to answer for another.
 */
export function fixEnvelope(handoff: FixHandoff, document: MessageDocument): Handoff {
	const { fixing } = handoff;
	const isReader = ({ email }: FixerLink) =>
		WITH_LINK.has(document.kind) && document.to.some((to) => sameAddress(to.email, email));
	return {
		...handoff,
		event: undefined,
		fixing: {
			...fixing,
			received: undefined,
			approval: undefined,
			exceptionRows: [],
			links: fixing.links.filter(isReader),
		},
		message: renderMessage(document),
	};
}

const WITH_LINK: ReadonlySet<string> = new Set(['fixRequest', 'fixReminder', 'fixFailed']);

/** One envelope for each of these fixers, with their own link. */
export const toEach = (
	asked: AskedFix,
	links: readonly FixerLink[],
	write: (reader: { handoff: FixHandoff; link: FixerLink; locale: Locale }) => MessageDocument,
): Handoff[] =>
	links.map((link) => {
		const { handoff } = asked;
		return fixEnvelope(handoff, write({ handoff, link, locale: fixLocale(asked) }));
	});

/** Asks everybody who has something left to supply: one envelope, one person, one link. */
export const fixRequests = (asked: AskedFix): Handoff[] =>
	toEach(asked, openFixerLinks(asked.handoff), fixRequestDocument);

/** Tells those who have something left that somebody has supplied a part; or only what is left. */
export const fixRests = (asked: AskedFix, sent: SentChanges | undefined): Handoff[] =>
	toEach(asked, openFixerLinks(asked.handoff), (reader) =>
		sent === undefined ? fixReminderDocument(reader) : fixRestDocument(reader, sent),
	);

/** Tells whoever sent something that it could not be written. */
export function fixFailures(asked: AskedFix, { by }: SentChanges, error: string): Handoff[] {
	const link = fixerLinkOf(asked.handoff, by.email);
	return toEach(asked, link === undefined ? [] : [link], (reader) =>
		fixFailedDocument(reader, error),
	);
}
