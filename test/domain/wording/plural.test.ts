import { languageSchema, WORDINGS } from '../../../nodes/domain/language/languages';
import { pluralForm } from '../../../nodes/domain/language/plural';
import { inWords, say } from '../../../nodes/domain/language/sentence';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';

const LANGUAGES = ['en', 'de', 'nl', 'fr', 'es', 'pt'] as const;

/** What is expected of a value by a check, in each language. */
const expectedBy = (check: object): string[] => {
	const requirements = [{ id: 'a', label: 'A', field: 'a', check }];
	const policy = parsePolicy({ id: 'p', record: { id: 'id' }, requirements });
	const [requirement] = compilePolicy(policy).requirements;
	if (requirement === undefined) throw new Error('no requirement');
	return LANGUAGES.map((one) => inWords(requirement.check.expected, WORDINGS[one]));
};

describe('a number and what is counted', () => {
	it.each([
		[
			{ kind: 'list', min: 1 },
			'a list: at least 1 entry',
			'eine Liste: mindestens 1 Eintrag',
			'een lijst: minstens 1 vermelding',
			'une liste : au moins 1 entrée',
			'una lista: al menos 1 entrada',
			'uma lista: pelo menos 1 entrada',
		],
		[
			{ kind: 'list', min: 2 },
			'a list: at least 2 entries',
			'eine Liste: mindestens 2 Einträge',
			'een lijst: minstens 2 vermeldingen',
			'une liste : au moins 2 entrées',
			'una lista: al menos 2 entradas',
			'uma lista: pelo menos 2 entradas',
		],
		[
			{ kind: 'text', minLength: 1, maxLength: 1 },
			'text with exactly 1 character',
			'Text, genau 1 Zeichen',
			'tekst, precies 1 teken',
			'un texte, exactement 1 caractère',
			'un texto, exactamente 1 carácter',
			'um texto, exatamente 1 caractere',
		],
		[
			{ kind: 'fresh', changedField: 'at', withinDays: 1 },
			'a value changed within the last 1 day, by at',
			'ein Wert, laut at höchstens 1 Tag alt',
			'een waarde van hoogstens 1 dag oud, volgens at',
			'une valeur datant de 1 jour au plus, selon at',
			'un valor de hace 1 día como máximo, según at',
			'um valor com 1 dia no máximo, segundo at',
		],
	])('%j is said in every language', (check, ...said) => {
		expect(expectedBy(check)).toEqual(said);
	});

	it.each([
		['en', 0, 'entries'],
		['en', 1, 'entry'],
		['en', 2, 'entries'],
		['fr', 0, 'entry'],
		['fr', 1, 'entry'],
		['fr', 1_000_000, 'entries'],
		['de', 0, 'entries'],
		['pt', 1, 'entry'],
		['pt', 2, 'entries'],
	])('by the rules of %s: %p %s', (language, count, form) => {
		expect(pluralForm(['entry', 'entries'], count, language)).toBe(form);
	});

	it.each([
		[1, 'plik'],
		[3, 'pliki'],
		[5, 'plików'],
		[22, 'pliki'],
	])('of a language with more forms than two: %p %s', (count, form) => {
		expect(pluralForm(['plik', 'pliki', 'plików', 'pliku'], count, 'pl')).toBe(form);
	});

	it.each(languageSchema.options)(
		'says 1 and 2 of nothing alike that differs in %s',
		(language) => {
			const wording = WORDINGS[language];
			for (const code of ['fixThings', 'shortfallOldChange'] as const) {
				const [one, two] = [1, 2].map((count) => inWords(say(code, { count }), wording));

				expect(one?.replace('1', '')).not.toBe(two?.replace('2', ''));
				expect(`${one}${two}`).not.toMatch(/[{|}]/);
			}
		},
	);
});
