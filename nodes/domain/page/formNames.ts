/** The groups of fields in a form that repeat for each item, reason or field of the record. */
export type FormGroup =
	'check' | 'reason' | 'note' | 'field' | 'correct' | 'value' | 'why' | 'until';

/**
 * The name of a form field, and its id on the page, such as `check.scope-agreed`. What is not a
 * letter, digit, `-` or `_` is written as its code, so that no parser of forms reads brackets in a
 * name as nesting, and two ids never share a name.
 */
export const formName = (group: FormGroup, id: string): string =>
	`${group}.${id.replace(/[^\w-]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`)}`;
