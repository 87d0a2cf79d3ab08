import { html, type Markup } from '../../base/html';
import type { CorrectableField } from '../../handoff/correction';
import type { PlainValue } from '../../handoff/control';
import { correctionsOf, formatFieldValue } from '../correctionForm';
import { formName } from '../../page/formNames';
import { FORM_LIMITS } from '../../page/formError';
import type { DecisionPageModel } from './model';
import { formatLine, fillPageText } from '../../page/format';
import { fieldErrorFor } from '../../page/fieldError';
import { formatPlainValue } from './formatCorrection';

/** A field that may be corrected, and how its values are shown. */
type Correctable = DecisionPageModel['correctable'][number];

function writeOptions(model: DecisionPageModel, known: Correctable, text: string): Markup[] {
	const options = known.options ?? [];
	const own = options.some((option) => String(option) === formatFieldValue(known.value));
	const values: PlainValue[] = own ? options : [known.value, ...options];
	return values.map(
		(value) =>
			html`<option
				value="${formatFieldValue(value)}"
				${formatFieldValue(value) === text && html` selected`}
			>
				${formatPlainValue(value, known.shown, model)}
			</option>`,
	);
}

function writeControl(model: DecisionPageModel, known: Correctable): Markup {
	const name = formName('correct', known.field);
	const typed = model.typed?.corrections.find(({ field }) => field === known.field)?.text;
	const text = typed ?? formatFieldValue(known.value);
	const { attributes } = fieldErrorFor(model, name, hintOf(known, name));
	if (known.options !== undefined) {
		return html`<select name="${name}" id="${name}" ${attributes}>
			${writeOptions(model, known, text)}
		</select>`;
	}
	if (known.list === true || text.includes('\n') || text.length > LONG) {
		return writeTextArea(known, text, attributes);
	}
	return html`<input
		type="${known.day === true && DAY.test(text) ? 'date' : 'text'}"
		name="${name}"
		id="${name}"
		value="${text}"
		dir="auto"
		autocomplete="off"
		maxlength="${FORM_LIMITS.value}"
		${attributes}
	/>`;
}

function writeTextArea(known: CorrectableField, text: string, attributes: Markup): Markup {
	const name = formName('correct', known.field);
	return html`<textarea
		name="${name}"
		id="${name}"
		rows="${known.list === true ? 4 : 3}"
		dir="auto"
		maxlength="${FORM_LIMITS.value}"
		${attributes}
	>
${text}</textarea>`;
}

/** The text that says how a list is typed. */
const hintOf = ({ list }: CorrectableField, name: string): string =>
	list === true ? `${name}.hint` : '';

const LONG = 80;

/** Only such a text can stand in a field for days. */
const DAY = /^(\d{4}-\d\d-\d\d)?$/;

function writeField(model: DecisionPageModel, known: Correctable): Markup {
	const name = formName('correct', known.field);
	const { words } = fieldErrorFor(model, name, hintOf(known, name));
	const hint =
		known.list === true &&
		html`<span class="hint" id="${hintOf(known, name)}">${model.wording.controlList}</span>`;
	return html`<div class="block">
		<label class="label" for="${name}" dir="auto">${formatLine(known.label)}</label
		>${hint}${words}${writeControl(model, known)}
	</div>`;
}

/** The values that may be corrected, folded away until somebody wants to. */
export function writeCorrections(model: DecisionPageModel): Markup {
	const { correctable, wording, corrected, typed } = model;
	if (correctable.length === 0) return html``;
	const changed = correctionsOf(typed?.corrections ?? [], correctable).length > 0;
	const open = corrected !== undefined || changed;
	return html`<details class="for-accept correct" ${open && html` open`}>
		<summary>${wording.correctTitle}</summary>
		<p class="hint">${fillPageText(model, wording.correctHint)}</p>
		${correctable.map((known) => writeField(model, known))}
	</details>`;
}

/** The button that asks what the corrections make of the handoff, and sends nothing. */
export const writeCheckButton = ({ correctable, wording }: DecisionPageModel): Markup =>
	correctable.length === 0
		? html``
		: html`<button class="second for-accept" type="submit" name="preview" value="yes">
				${wording.correctCheck}
			</button>`;
