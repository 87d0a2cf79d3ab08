import type { Handoff } from '../handoff/envelope';
import type { Language } from '../language/languages';
import { formatTime } from './formatTime';
import { recordTitle } from './recordTitle';
import { wordingFor } from './readerWording';
import { fillTeams } from './teams';
import type { Wording } from '../language/wording';

/** In which words and zone somebody is spoken to. */
export interface Locale {
	wording: Wording;
	/** IANA name. */
	timezone: string;
}

/**
 * The locale for one person: their own language and zone where they are known. A wording that was
 * changed for the page holds for those who read its language.
 */
export const localeFor = (
	{ language, timezone }: { language?: Language; timezone?: string },
	base: Locale,
): Locale => ({
	wording: wordingFor({ language }, base.wording),
	timezone: timezone ?? base.timezone,
});

/** The locale in which a handoff is spoken of when nobody in particular reads it. */
export const commonLocale = ({
	handoff,
	wording,
}: {
	handoff: Pick<Handoff, 'request'>;
	wording: Wording;
}): Locale => ({ wording, timezone: handoff.request?.timezone ?? 'UTC' });

/** The locale in which the sender is told what became of a handoff. */
export const senderLocale = (asking: {
	handoff: Pick<Handoff, 'request' | 'sender'>;
	wording: Wording;
}): Locale => localeFor({ language: asking.handoff.sender.language }, commonLocale(asking));

/** A text of the wording, always with the title and the two teams at hand. */
export const fillHandoffText = (
	{ record, sender, receiver }: Pick<Handoff, 'record' | 'sender' | 'receiver'>,
	wording: Wording,
	text: keyof Wording,
	values: Readonly<Record<string, string | number>> = {},
): string =>
	fillTeams(
		wording[text],
		{ sender: sender.team, receiver: receiver.team },
		{ wording, values: { title: recordTitle(record, wording), ...values } },
	);

/** An instant, given as ISO text, as the reader says it. */
export const formatIsoTime = (at: string, { wording, timezone }: Locale): string =>
	formatTime(Date.parse(at), timezone, wording);
