import type { Handoff } from '../handoff/envelope';
import type { Language } from '../handoff/language';
import { formatTime } from '../wording/formatTime';
import { fillTeams } from '../wording/teams';
import type { Wording } from '../wording/wording';
import { WORDINGS } from '../wording/languages/wordings';

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
	wording:
		language === undefined || language === base.wording.language
			? base.wording
			: WORDINGS[language],
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
		{ wording, values: { title: record.title, ...values } },
	);

/** An instant, given as ISO text, as the reader says it. */
export const formatIsoTime = (at: string, { wording, timezone }: Locale): string =>
	formatTime(Date.parse(at), timezone, wording);
