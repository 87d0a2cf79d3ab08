import { html, type Markup } from '../base/html';
import { choicesOf } from './controlChoices';
import type { FormBasis } from './model';
import type { ControlParts } from './shownControl';

/** One of several; nothing is chosen beforehand where the record has no value. */
export function writeSelect(model: FormBasis, { shown, texts, error }: ControlParts): Markup {
	const { name } = shown;
	const [chosen = ''] = texts.texts;
	const choices = choicesOf(shown, model.wording);
	const isKnown = choices.some(({ text }) => text === chosen);
	const none = html`<option value="">${model.wording.controlChoose}</option>`;
	return html`<select name="${name}" id="${name}" ${error.attributes}>
		${!isKnown && none}
		${choices.map(
			({ text, label }) =>
				html`<option value="${text}" ${text === chosen && html` selected`}>${label}</option>`,
		)}
	</select>`;
}

/**
 * Buttons to choose one, or boxes to tick several. The first has the id of the field, so that the
 * way to what is wrong leads there. A box that is not ticked is not sent: an empty text says that
 * the field was on the page.
 */
export function writeChoices(model: FormBasis, { shown, texts, error }: ControlParts): Markup {
	const { name } = shown;
	const isOne = shown.control.kind === 'yesNo';
	const choices = choicesOf(shown, model.wording);
	const isKnown = choices.some(({ text }) => texts.texts.includes(text));
	const none = { text: '', label: model.wording.controlNoAnswer };
	const rows = isOne && !isKnown ? [...choices, none] : choices;
	const isChosen = (text: string): boolean => (text === '' ? !isKnown : texts.texts.includes(text));
	return html`${!isOne && html`<input type="hidden" name="${name}" value="" />`}${rows.map(
		({ text, label }, index) =>
			html`<label class="tick"
				><input
					type="${isOne ? 'radio' : 'checkbox'}"
					name="${name}"
					id="${index === 0 ? name : `${name}.${index}`}"
					value="${text}"
					${isChosen(text) && html` checked`}${!isOne && error.invalid}
				/><span dir="auto">${label}</span></label
			>`,
	)}`;
}
