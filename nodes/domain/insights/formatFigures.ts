import type { Absence, Rate, Spread } from './rate';

const ABSENT: Record<Absence, string> = {
	tooFew: 'too few',
	notRecorded: 'not recorded',
};

/** A share in whole percent, such as `17 %`; why it is not there otherwise. */
export const formatShare = ({ share, absent = 'tooFew' }: Rate): string =>
	share === undefined ? ABSENT[absent] : formatPercent(share);

/** The counts behind a share, such as `7 of 41`; nothing when nothing is recorded. */
export const formatCounts = ({ hits, n, absent }: Rate): string =>
	absent === 'notRecorded' ? '' : `${hits} of ${n}`;

/** The 95 % interval of a share, such as `9 to 31 %`. */
export const formatInterval = ({ low, high }: Rate): string =>
	low === undefined || high === undefined
		? ''
		: `${Math.round(low * 100)} to ${formatPercent(high)}`;

/** A share with all that is known about it, such as `17 % (7 of 41; 9 to 31 %)`. */
export function formatRate(rate: Rate): string {
	const known = [formatCounts(rate), formatInterval(rate)].filter((part) => part !== '').join('; ');
	return known === '' ? formatShare(rate) : `${formatShare(rate)} (${known})`;
}

export const formatPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** What a share that was never seen in `n` cases stays below, with 95 % certainty: 3/n, rounded up. */
export const formatUpperBound = (n: number): string => `${Math.ceil(300 / n)} %`;

/** Minutes as people say them: `45 min`, `3 h 20 min`, `41 h`. */
export function formatHoursAndMinutes(minutes: number): string {
	const whole = Math.round(minutes);
	const hours = Math.floor(whole / 60);
	const rest = whole % 60;
	if (hours === 0) return `${whole} min`;
	return rest === 0 || hours >= 10 ? `${Math.round(whole / 60)} h` : `${hours} h ${rest} min`;
}

/** The middle of amounts of minutes. */
export const formatMedian = ({ median, absent = 'tooFew' }: Spread): string =>
	median === undefined ? ABSENT[absent] : formatHoursAndMinutes(median);

/** What nine in ten stay within. */
export const formatP90 = ({ p90, absent = 'tooFew' }: Spread): string =>
	p90 === undefined ? ABSENT[absent] : formatHoursAndMinutes(p90);

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
