import { html, type Markup } from '../../base/html';
import { FORM_LIMITS } from '../../page/formError';
import type { DecisionPageModel } from './model';
import { formatLine, fillPageText } from '../../page/format';
import { writeTextField } from '../../page/textField';

/** How the person says who they are: a name always, a password and a code where they are asked. */
export function writeProof(model: DecisionPageModel, typedName: string): Markup {
	const { wording, asks } = model;
	const name = writeTextField(model, {
		name: 'name',
		label: wording.name,
		hint: fillPageText(model, wording.nameHint, readerOf(model)),
		type: 'text',
		value: typedName,
		autocomplete: 'name',
		limit: FORM_LIMITS.name,
	});
	return html`${name}${asks.password && writePassword(model)}${asks.code && writeCode(model)}`;
}

const writePassword = (model: DecisionPageModel): Markup =>
	writeTextField(model, {
		name: 'password',
		label: model.wording.password,
		hint: fillPageText(model, model.wording.passwordHint),
		type: 'password',
		autocomplete: 'off',
		limit: FORM_LIMITS.name,
	});

const writeCode = (model: DecisionPageModel): Markup =>
	writeTextField(model, {
		name: 'code',
		label: model.wording.code,
		hint: fillPageText(model, model.wording.codeHint, readerOf(model)),
		type: 'text',
		autocomplete: 'one-time-code',
		limit: FORM_LIMITS.name,
	});

const readerOf = ({ reader }: DecisionPageModel) => ({
	reader: formatLine(reader.name || reader.email),
});
