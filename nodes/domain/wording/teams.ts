import { fill, type Wording } from '../language/wording';

/** The teams of the two sides by name; empty where the policy names none. */
export interface Teams {
	sender: string;
	receiver: string;
}

const SIDES = /\{(sender|receiver)\}/g;
const SENTENCE_BEGINS = /(?:^|[.!?] )$/;

/** A team by its name; by its side, in the reader's language, where it has none. */
export const teamName = (side: keyof Teams, teams: Teams, wording: Wording): string =>
	teams[side].trim() === '' ? wording[`${side}Unnamed`] : teams[side];

/**
 * Fills a text of the wording, always with the names of the two teams. A side without a name is
 * called by what it does, with a capital where a sentence begins; a name stays as it is written.
 */
export function fillTeams(
	text: string,
	teams: Teams,
	{
		wording,
		values = {},
	}: { wording: Wording; values?: Readonly<Record<string, string | number>> },
): string {
	if (teams.sender.trim() !== '' && teams.receiver.trim() !== '') {
		return fill(text, { ...teams, ...values });
	}
	const named = text.replace(SIDES, (place, side: keyof Teams, at: number) => {
		if (teams[side].trim() !== '') return place;
		const called = wording[`${side}Unnamed`];
		return SENTENCE_BEGINS.test(text.slice(0, at)) ? capitalise(called, wording) : called;
	});
	return fill(named, { ...teams, ...values }, wording.language);
}

const capitalise = (text: string, { language }: Wording): string =>
	text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
