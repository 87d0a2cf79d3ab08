/** The groups of fields in the decision form that repeat for each item or reason. */
export type FormGroup = 'check' | 'reason' | 'note' | 'field' | 'correct';

/**
 * The name of a form field, and its id on the page, such as `check.scope-agreed`. What is not a
 * letter, digit, `-` or `_` is written as its code, so that no parser of forms reads brackets in a
 * name as nesting, and two ids never share a name.
 */
export const formName = (group: FormGroup, id: string): string =>
	`${group}.${id.replace(/[^\w-]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`)}`;
