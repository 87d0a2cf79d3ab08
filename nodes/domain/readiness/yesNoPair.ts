import type { ControlOf } from '../handoff/control';
import type { Language } from '../language/languages';
import { readable } from '../policy/readable';

type Pair = Pick<ControlOf<'yesNo'>, 'yes' | 'no'>;

/** How systems and people write the two answers, by language; those of English belong to all. */
const PAIRS: Readonly<Record<Language, string>> = {
	en: 'true/false yes/no y/n t/f 1/0 on/off checked/unchecked',
	de: 'ja/nein j/n wahr/falsch an/aus',
	es: 'sí/no si/no s/n verdadero/falso',
	fr: 'oui/non o/n vrai/faux',
	nl: 'ja/nee j/n waar/onwaar aan/uit',
	pt: 'sim/não sim/nao s/n verdadeiro/falso',
};

const BOOLEAN: Pair = { yes: true, no: false };

/**
 * Both answers as a record writes the one that it holds: `Yes` with `No`, `1` with `0`, true with
 * false. A word of several languages is taken for one of the policy's.
 *
 * @returns true and false for a value that says nothing of how answers are written
 */
export function yesNoPair(value: unknown, language: Language = 'en'): Pair {
	if (value === 1 || value === 0) return { yes: 1, no: 0 };
	if (typeof value !== 'string') return BOOLEAN;
	const written = readable(value).normalize('NFC');
	const pairs = [PAIRS[language], ...Object.values(PAIRS)].flatMap((row) => row.split(' '));
	const pair = pairs.map((one) => one.split('/')).find((one) => one.includes(lower(written)));
	if (pair === undefined) return BOOLEAN;
	const [yes = '', no = ''] = pair.map((word) => inCaseOf(written, word));
	return { yes, no };
}

const lower = (text: string): string => text.toLowerCase();

/** `NO` gives `YES`, `No` gives `Yes`. One letter alone is a capital or none. */
function inCaseOf(written: string, word: string): string {
	if (written === lower(written)) return word;
	const isAllCapital = written === written.toUpperCase();
	return isAllCapital ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
