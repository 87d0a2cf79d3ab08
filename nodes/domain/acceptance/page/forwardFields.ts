import { html, type Markup } from '../../base/html';
import { FORM_LIMITS, type TypedDecision } from '../formTerms';
import type { DecisionPageModel } from './model';
import { writeTextField } from './textField';

/** To whom the question is handed on, and why. */
export function writeForward(model: DecisionPageModel, { forward }: TypedDecision): Markup {
	const { wording, mayForward } = model;
	if (!mayForward) return html``;
	const fields = [
		writeTextField(model, {
			name: 'colleagueName',
			label: wording.colleagueName,
			type: 'text',
			value: forward.name,
			autocomplete: 'off',
			limit: FORM_LIMITS.name,
		}),
		writeTextField(model, {
			name: 'colleagueEmail',
			label: wording.colleagueEmail,
			type: 'email',
			value: forward.email,
			autocomplete: 'off',
			limit: FORM_LIMITS.email,
		}),
		writeTextField(model, {
			name: 'forwardReason',
			label: wording.forwardReason,
			type: 'text',
			value: forward.reason,
			autocomplete: 'off',
			limit: FORM_LIMITS.reason,
		}),
	];
	return html`<div class="for-forward" role="group" aria-label="${wording.forward}">
		${fields}
	</div>`;
}
