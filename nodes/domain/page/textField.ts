import { html, type Markup } from '../base/html';
import type { FormBasis } from './model';
import { fieldErrorFor, writeRequiredMark } from './fieldError';

/** A line to type into, which must not be left empty. */
export interface TextField {
	name: string;
	label: string;
	hint?: string;
	type: 'text' | 'email' | 'password';
	/** What was typed before; never a password or a code. */
	value?: string;
	autocomplete: string;
	limit: number;
}

/** Writes a field with its label, what helps to fill it in, and what was wrong with it. */
export function writeTextField(model: FormBasis, field: TextField): Markup {
	const { name, label, hint = '', type, value = '', autocomplete, limit } = field;
	const hintId = hint === '' ? '' : `${name}.hint`;
	const { words, attributes } = fieldErrorFor(model, name, hintId);
	return html`<div class="block">
		<label class="label" for="${name}">${label} ${writeRequiredMark(model.wording, true)}</label
		>${hint !== '' && html`<span class="hint" id="${hintId}">${hint}</span>`}${words}<input
			type="${type}"
			name="${name}"
			id="${name}"
			value="${value}"
			dir="auto"
			autocomplete="${autocomplete}"
			maxlength="${limit}"
			${attributes}
		/>
	</div>`;
}
