import type { Handoff } from '../handoff/envelope';
import type { Language } from '../handoff/language';
import { sayTime } from './page/say';
import { fillTeams } from '../wording/teams';
import type { Wording } from '../wording/wording';
import { WORDINGS } from '../wording/languages/wordings';

/** In which words and zone somebody is spoken to. */
export interface Voice {
	wording: Wording;
	/** IANA name. */
	timezone: string;
}

/**
 * The voice for one person: their own language and zone where they are known. A wording that was
 * changed for the page holds for those who read its language.
 */
export const voiceFor = (
	{ language, timezone }: { language?: Language; timezone?: string },
	base: Voice,
): Voice => ({
	wording:
		language === undefined || language === base.wording.language
			? base.wording
			: WORDINGS[language],
	timezone: timezone ?? base.timezone,
});

/** The voice in which a handoff is spoken of when nobody in particular reads it. */
export const commonVoice = ({
	handoff,
	wording,
}: {
	handoff: Pick<Handoff, 'request'>;
	wording: Wording;
}): Voice => ({ wording, timezone: handoff.request?.timezone ?? 'UTC' });

/** A text of the wording, always with the title and the two teams at hand. */
export const sayOf = (
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
export const sayAt = (at: string, { wording, timezone }: Voice): string =>
	sayTime(Date.parse(at), timezone, wording);
