import { html, type Markup } from '../../base/html';
import type { FormError } from '../formTerms';
import type { DecisionPageModel } from './model';
import { sayTitle } from './say';
import { sayFinding } from '../../wording/sayFinding';
import { fill, type Wording } from '../../wording/wording';

/** What is wrong with one field, in words. */
export function sayError(wording: Wording, { code, label, problem }: FormError): string {
	const meant = problem === undefined ? label : sayFinding({ label, problem }, wording);
	return fill(wording[code], { label: sayTitle(meant) });
}

/** How a field is told to be wrong: the words beside it, and the attributes that tie them to it. */
export interface Trouble {
	words: Markup;
	attributes: Markup;
}

/** What the last submit found wrong with a field; `hint` is the id of a text that is always there. */
export function troubleOf(
	{ errors, wording }: DecisionPageModel,
	name: string,
	hint = '',
): Trouble {
	const mine = errors.filter((error) => error.name === name);
	const id = `${name}.error`;
	const describedBy = [hint, mine.length > 0 ? id : ''].filter((part) => part !== '').join(' ');
	const described = describedBy !== '' && html` aria-describedby="${describedBy}"`;
	const invalid = mine.length > 0 && html` aria-invalid="true"`;
	const said = mine.map((error) => sayError(wording, error)).join(' ');
	return {
		words: said === '' ? html`` : html`<span class="wrong" id="${id}">${said}</span>`,
		attributes: html`${described}${invalid}`,
	};
}

/** Says whether a field must be filled in, in words rather than with a star. */
export const writeMark = (wording: Wording, required: boolean): Markup =>
	html`<span class="mark">(${required ? wording.required : wording.optional})</span>`;
