import { html, type Markup } from '../base/html';
import type { FormError } from './formError';
import type { FormBasis } from './model';
import { formatLine } from './format';
import { formatFinding } from '../wording/formatFinding';
import { formatPlainDay } from '../language/figures';
import { fill, type Wording } from '../language/wording';

/** What is wrong with one field, in words. */
export function formatError(wording: Wording, { code, label, day, finding }: FormError): string {
	const named = day === undefined ? label : formatPlainDay(day, wording);
	// A sentence of the policy's own may bring a full stop.
	const meant = finding === undefined ? named : formatFinding(finding, wording).replace(/\.$/, '');
	return fill(wording[code], { label: formatLine(meant) });
}

/** How a field is told to be wrong: the words beside it, and the attributes that tie them to it. */
export interface FieldError {
	words: Markup;
	/** What names the words, and the hint. */
	described: Markup;
	invalid: Markup;
	/** The two together, for the one element that is the field. */
	attributes: Markup;
}

/** What the last submit found wrong with a field; `hint` names, by their ids, the texts that are always there. */
export function fieldErrorFor({ errors, wording }: FormBasis, name: string, hint = ''): FieldError {
	const mine = errors.filter((error) => error.name === name);
	const id = `${name}.error`;
	const describedBy = [hint, mine.length > 0 ? id : ''].filter((part) => part !== '').join(' ');
	const described = describedBy === '' ? html`` : html` aria-describedby="${describedBy}"`;
	const invalid = mine.length > 0 ? html` aria-invalid="true"` : html``;
	const said = mine.map((error) => formatError(wording, error)).join(' ');
	return {
		words: said === '' ? html`` : html`<span class="wrong" id="${id}">${said}</span>`,
		described,
		invalid,
		attributes: html`${described}${invalid}`,
	};
}

/** Says whether a field must be filled in, in words rather than with a star. */
export const writeRequiredMark = (wording: Wording, required: boolean): Markup =>
	html`<span class="mark">(${required ? wording.required : wording.optional})</span>`;
