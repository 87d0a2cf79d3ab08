import { remember } from '../base/remember';

/** The order in which the forms of a language are written, as Unicode names them. */
const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];

interface Rules {
	kinds: readonly string[];
	kindOf: (count: number) => string;
}

const rulesOf = remember((language: string): Rules => {
	const rules = new Intl.PluralRules(language);
	const own: readonly string[] = rules.resolvedOptions().pluralCategories;
	return {
		kinds: ORDER.filter((one) => own.includes(one)),
		kindOf: remember((count: number) => rules.select(count)),
	};
});

/**
 * The form for a number by the rules of a language. Two forms are enough for every language in which
 * one is said of 1 and the other of the rest; other languages write as many as they have.
 *
 * @param forms such as `entry` and `entries`
 */
export function pluralForm(forms: readonly string[], count: number, language: string): string {
	const { kinds, kindOf } = rulesOf(language);
	const kind = kindOf(count);
	const at = forms.length === kinds.length ? kinds.indexOf(kind) : kind === 'one' ? 0 : -1;
	return forms.at(at) ?? '';
}
