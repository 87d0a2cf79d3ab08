import { html, type Markup } from '../../base/html';
import { FORM_LIMITS } from '../../page/formError';
import type { TypedDecision } from '../formTerms';
import type { DecisionPageModel } from './model';
import { writeTextField, type TextField } from '../../page/textField';

/** To whom the question is handed on, and why. */
export function writeForward(model: DecisionPageModel, { forward }: TypedDecision): Markup {
	const { wording, mayForward } = model;
	if (!mayForward) return html``;
	const line = (field: Omit<TextField, 'type' | 'autocomplete'> & Partial<TextField>) =>
		writeTextField(model, { type: 'text', autocomplete: 'off', ...field });
	return html`<div class="for-forward" role="group" aria-label="${wording.forward}">
		${line({
			name: 'colleagueName',
			label: wording.colleagueName,
			value: forward.name,
			limit: FORM_LIMITS.name,
		})}${line({
			name: 'colleagueEmail',
			label: wording.colleagueEmail,
			type: 'email',
			value: forward.email,
			limit: FORM_LIMITS.email,
		})}${line({
			name: 'forwardReason',
			label: wording.forwardReason,
			value: forward.reason,
			limit: FORM_LIMITS.reason,
		})}
	</div>`;
}
