import { comparisonTexts, kindTexts } from './comparisonWording';
import { expectedTexts, shortfallTexts } from './findingWording';
import { systemName } from './systemName';
import { fill, type Wording } from './wording';
import { WORDINGS } from './languages/wordings';

type TextName = keyof Wording;

/** A sentence of a check with gaps, and the name under which every language has it. */
interface Phrase {
	name: TextName;
	pattern: RegExp;
	gaps: string[];
}

/** What is longer is no sentence of a check but somebody's text. */
const LONGEST = 1000;
const escape = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
/** Gaps that hold one word; any other may hold several. */
const ONE_WORD: ReadonlySet<string> = new Set(['count', 'index', 'limit', 'max', 'min']);

function compilePhrase(name: TextName): Phrase {
	const gaps: string[] = [];
	const pattern = escape(WORDINGS.en[name]).replace(/\{(\w+)\}/g, (_braced, gap: string) => {
		gaps.push(gap);
		return ONE_WORD.has(gap) ? '(\\S+)' : '(.+?)';
	});
	return { name, gaps, pattern: new RegExp(`^${pattern}$`, 's') };
}

const phrasesOf = (texts: object, start: string): Phrase[] =>
	Object.keys(texts)
		.filter((name): name is TextName => name.startsWith(start) && name in WORDINGS.en)
		.map(compilePhrase);

/** The sentences by what they translateThis; in each group the first that fits counts. */
const GROUPS = {
	shortfall: phrasesOf(shortfallTexts, 'shortfall'),
	expected: phrasesOf(expectedTexts, 'expected'),
	range: phrasesOf(expectedTexts, 'range'),
	form: phrasesOf(expectedTexts, 'form'),
	bound: phrasesOf(expectedTexts, 'bound'),
	kind: phrasesOf(kindTexts, 'kind'),
	type: phrasesOf(kindTexts, 'type'),
	statement: phrasesOf(comparisonTexts, 'statement'),
};
const OPERATORS = phrasesOf(comparisonTexts, 'operator').map(({ name }) => name);
const OPERATOR = OPERATORS.map((name) => escape(WORDINGS.en[name])).join('|');
const TEST = new RegExp(`^(.+?) (${OPERATOR})(?: (.+))?$`, 's');

/**
 * Says a sentence that a check wrote in the language of a wording. What is in the sentence from the
 * record or the policy stays as it is.
 *
 * @returns undefined when no check writes such a sentence
 */
export function translate(
	sentence: string,
	group: keyof typeof GROUPS,
	wording: Wording,
): string | undefined {
	if (sentence.length > LONGEST) return undefined;
	for (const { name, pattern, gaps } of GROUPS[group]) {
		const found = pattern.exec(sentence);
		if (found === null) continue;
		const values = gaps.map((gap, index) => [
			gap,
			translateGap(gap, found[index + 1] ?? '', wording),
		]);
		if (values.every(([, value]) => value !== undefined)) {
			return fill(wording[name], Object.fromEntries(values));
		}
	}
	return undefined;
}

/** Undefined where a gap holds what cannot stand there: then another sentence is meant. */
function translateGap(gap: string, text: string, wording: Wording): string | undefined {
	const translateThis = GAPS[gap.replace(/\d$/, '')];
	return translateThis === undefined ? text : translateThis(text, wording);
}

type TranslateGap = (text: string, wording: Wording) => string | undefined;
const orAsItIs =
	(group: keyof typeof GROUPS): TranslateGap =>
	(text, wording) =>
		translate(text, group, wording) ?? text;
const joined =
	(word: string, name: 'listOr' | 'listAnd', formatOne: (one: string) => string): TranslateGap =>
	(text, wording) =>
		text
			.split(` ${word} `)
			.map(formatOne)
			.reduce((first, last) => fill(wording[name], { first, last }));
const asItIs = (text: string): string => text;
const formatSystem = (text: string): string => systemName(text) ?? text;

const GAPS: Readonly<Record<string, TranslateGap>> = {
	range: (text, wording) => translate(text, 'range', wording),
	shortfall: orAsItIs('shortfall'),
	form: orAsItIs('form'),
	bound: orAsItIs('bound'),
	kind: orAsItIs('kind'),
	type: orAsItIs('type'),
	entry: translateEntry,
	currencies: joined('or', 'listOr', asItIs),
	hosts: joined('or', 'listOr', asItIs),
	systems: joined('and', 'listAnd', formatSystem),
	system: formatSystem,
	statements: (text, wording) =>
		text
			.split(/, (?=[^,]+ says )/)
			.map((one) => translate(one, 'statement', wording) ?? one)
			.join(', '),
	words: translateCondition,
};

/** What every entry of a list must be, or a field of it. */
function translateEntry(text: string, wording: Wording): string {
	const whole = translate(text, 'expected', wording);
	if (whole !== undefined) return whole;
	const [, field = '', expected = ''] = /^(\S+) (.+)$/s.exec(text) ?? [];
	const said = translate(expected, 'expected', wording);
	return said === undefined ? text : `${field} ${said}`;
}

/** The words of a condition: `amount is at least 5 and stage is won`. */
function translateCondition(text: string, wording: Wording): string {
	const parts = text.split(/ (and|or) /);
	return parts
		.map((part, index) => (index % 2 === 0 ? translateTest(part, wording) : part))
		.reduce((first, part, index, all) =>
			index % 2 === 1
				? first
				: fill(all[index - 1] === 'or' ? wording.listOr : wording.listAnd, { first, last: part }),
		);
}

function translateTest(text: string, wording: Wording): string {
	const [, left, words, right = ''] = TEST.exec(text) ?? [];
	const name = OPERATORS.find((one) => WORDINGS.en[one] === words);
	if (name === undefined) return text;
	return [left, wording[name], right].filter((part) => part !== '').join(' ');
}
