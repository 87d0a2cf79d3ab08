import { html, type Markup } from '../../base/html';
import { FORM_LIMITS } from '../formTerms';
import type { DecisionPageModel } from './model';
import { formatLine, fillPageText } from './format';
import { writeTextField } from './textField';

/** How the person says who they are: a name always, a password and a code where they are asked. */
export function writeProof(model: DecisionPageModel, typedName: string): Markup {
	const { wording, reader, asks } = model;
	const values = { reader: formatLine(reader.name || reader.email) };
	const name = writeTextField(model, {
		name: 'name',
		label: wording.name,
		hint: fillPageText(model, wording.nameHint, values),
		type: 'text',
		value: typedName,
		autocomplete: 'name',
		limit: FORM_LIMITS.name,
	});
	const password =
		asks.password &&
		writeTextField(model, {
			name: 'password',
			label: wording.password,
			hint: fillPageText(model, wording.passwordHint),
			type: 'password',
			autocomplete: 'off',
			limit: FORM_LIMITS.name,
		});
	const code =
		asks.code &&
		writeTextField(model, {
			name: 'code',
			label: wording.code,
			hint: fillPageText(model, wording.codeHint, values),
			type: 'text',
			autocomplete: 'one-time-code',
			limit: FORM_LIMITS.name,
		});
	return html`${name}${password}${code}`;
}
