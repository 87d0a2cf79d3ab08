import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { renderClosingPage } from '../../../nodes/domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../../../nodes/domain/acceptance/page/decisionPage';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { closingBasis, CLOSINGS, fullModel, refusedModel } from '../../support/decisionPages';

const FILES = join(__dirname, '../../../templates/wordings');
/** Not said to anybody, or the same in every language: signs and words that languages share. */
const SETTINGS = ['language', 'direction', 'timeFormat', 'dateFormat', 'kicker'];

/** Texts in which no noun follows a number: “3 more”, “3 values, not one”, “2 of at most 1 entry”. */
const UNCOUNTED =
	/^(?:shortfallSeveral|shortfallTooFew|shortfallTooMany|fixWarnings|clockMore|moreEntries|voteText|votedText|voteRule|rangeBetween): /;

const english = Object.entries(WORDINGS.en);
const placesOf = (text: string) =>
	[...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort();
const formsOf = (text: string) => [...text.matchAll(/\{(\w+):[^{}]+\}/g)].map(([, place]) => place);
/** What a number is of, in the texts that need no forms: the word is the same for one and many. */
const ALIKE: Readonly<Record<string, RegExp>> = { de: /^Zeichen\b/ };
const READY = Object.entries(WORDINGS);
const TRANSLATED = READY.filter(([language]) => language !== 'en');

describe('the ready wordings', () => {
	it.each(READY)(
		'%s lies in the template folder, to be copied and changed',
		(language, wording) => {
			const file = readFileSync(join(FILES, `${language}.json`), 'utf8');

			expect(JSON.parse(file)).toEqual(wording);
			expect(wording.language).toBe(language);
			expect(readdirSync(FILES)).toHaveLength(READY.length);
		},
	);

	it.each(TRANSLATED)('%s says everything with the same values filled in', (_language, wording) => {
		const said = new Map<string, string>(Object.entries(wording));
		const places = english.map(([name, text]) => [name, [...new Set(placesOf(text))]]);

		for (const [name, text] of english) {
			const values = [...placesOf(text), ...formsOf(text)];
			expect(values).toEqual(expect.arrayContaining(formsOf(said.get(name) ?? '')));
		}
		expect([...said.keys()]).toEqual(english.map(([name]) => name));
		expect(english.map(([name]) => [name, [...new Set(placesOf(said.get(name) ?? ''))]])).toEqual(
			places,
		);
	});

	it.each(READY)('%s says one and many of whatever is counted', (language, wording) => {
		const plain = Object.entries(wording).filter(([, text]) => formsOf(text).length === 0);
		const glued = plain.flatMap(([name, text]) =>
			[...text.matchAll(/\{(?:count|min|max)\} (\p{L}[^{]*)?/gu)]
				.map(([, word = '']) => word)
				.filter((word) => word !== '' && !ALIKE[language]?.test(word))
				.map((word) => `${name}: ${word}`),
		);

		// Nothing is counted in these: the number stands for itself, or there are always several.
		expect(glued.filter((one) => !UNCOUNTED.test(one))).toEqual([]);
		expect(Object.values(wording).join('')).not.toMatch(/\w\(e?s\)|\w\/n\b/);
	});

	it.each(TRANSLATED)('%s leaves no sentence in English', (_language, wording) => {
		const same = english.filter(
			([name, text]) =>
				!SETTINGS.includes(name) &&
				text
					.replace(/\{\w+\}/g, '')
					.trim()
					.includes(' ') &&
				Object.entries(wording).some(([other, said]) => other === name && said === text),
		);

		expect(same).toEqual([]);
	});

	it.each(READY)(
		'%s gives a time that its readers read without a thought',
		(_language, wording) => {
			const at = DateTime.fromISO('2026-03-03T12:00', { zone: 'utc', locale: wording.language });

			expect(at.toFormat(wording.timeFormat)).toMatch(/3\.? (de )?\p{L}+ (de )?2026, 12:00$/u);
			expect(at.toFormat(wording.dateFormat)).toMatch(/ 3\.? (de )?\p{L}+\.? (de )?2026$/u);
		},
	);

	it.each(READY)('%s fills every page completely', (_language, wording) => {
		const pages = [
			renderDecisionPage({ ...fullModel, wording }),
			renderDecisionPage({ ...refusedModel, wording }),
			...CLOSINGS.map((closing) => renderClosingPage({ ...closingBasis, wording }, closing)),
		];
		const bare = pages.map(({ html }) => html.replace(/<style>.*<\/style>/s, ''));

		for (const page of bare) expect(page).not.toMatch(/\{\w+\}/);
	});
});
