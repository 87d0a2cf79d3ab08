import { html, type Markup } from '../base/html';
import type { Control, ControlOf } from '../handoff/control';
import { writeSelect } from './choiceFields';
import { parseDay } from '../policy/writtenDay';
import { FORM_LIMITS } from './formError';
import { formatLine } from './format';
import type { FormBasis } from './model';
import { currencyName } from './readControl';
import type { ControlParts } from './shownControl';
import { asksCurrency } from './typedAmount';

/** The one element that is filled in; beside it that of the currency, where it is asked for. */
export function writeInput(model: FormBasis, parts: ControlParts): Markup {
	const { shown, texts } = parts;
	const { control } = shown;
	const text = texts.texts.join('\n');
	if (control.kind === 'choice') return writeSelect(model, parts);
	if (control.kind === 'amount' && asksCurrency(control)) {
		return html`<div class="pair">
			${writeLine(parts, text)}${writeCurrency(model, { ...parts, control })}
		</div>`;
	}
	const isLong = control.kind === 'longText' || control.kind === 'list' || text.includes('\n');
	return isLong || text.length > LONGEST_LINE ? writeTextArea(parts, text) : writeLine(parts, text);
}

const LONGEST_LINE = 80;

/** Only an ISO day can stand in a field for days; a word needs one for texts. */
export const isDayField = ({ alsoAccepted }: Control, texts: readonly string[]): boolean =>
	alsoAccepted === undefined && texts.every((text) => parseDay(text) !== undefined);

/** The keyboard that a phone shows. Digits alone would shut out the words that are an answer. */
const INPUTS: Partial<Record<Control['kind'], { type?: string; mode?: string }>> = {
	number: { mode: 'decimal' },
	amount: { mode: 'decimal' },
	email: { type: 'email' },
	phone: { type: 'tel' },
	url: { type: 'url' },
};

function writeLine({ shown, texts, error }: ControlParts, text: string): Markup {
	const { name, control } = shown;
	const { type = 'text', mode } = INPUTS[control.kind] ?? {};
	const isDay = control.kind === 'date' && isDayField(control, texts.texts);
	return html`<input
		type="${isDay ? 'date' : type}"
		name="${name}"
		id="${name}"
		value="${text}"
		${mode !== undefined && control.alsoAccepted === undefined && html`inputmode="${mode}"`}
		dir="auto"
		autocomplete="off"
		maxlength="${FORM_LIMITS.value}"
		${error.attributes}
	/>`;
}

function writeTextArea({ shown, error }: ControlParts, text: string): Markup {
	const { name, control } = shown;
	return html`<textarea
		name="${name}"
		id="${name}"
		rows="${control.kind === 'list' ? 4 : 3}"
		dir="auto"
		maxlength="${FORM_LIMITS.value}"
		${error.attributes}
	>
${text}</textarea>`;
}

type AmountParts = ControlParts & { control: ControlOf<'amount'> };

/**
 * One of the currencies in order, or the one that the record has; any where none is agreed. The only
 * one is chosen beforehand where there is no amount yet.
 */
function writeCurrency(model: FormBasis, { shown, texts, error, control }: AmountParts): Markup {
	const name = currencyName(shown.name);
	const { wording } = model;
	const label = `${formatLine(shown.label)}: ${wording.controlCurrency}`;
	const [first = '', ...others] = control.currencies;
	const only = texts.texts.length === 0 && others.length === 0 ? first : '';
	const currency = texts.currency || only;
	const named = html`name="${name}" id="${name}" aria-label="${label}" ${error.invalid}`;
	if (first === '') {
		return html`<input
			type="text"
			${named}
			value="${currency}"
			placeholder="${wording.controlCurrency}"
			autocomplete="off"
			maxlength="20"
		/>`;
	}
	const codes = new Set([...(currency === '' ? [''] : []), ...control.currencies, currency]);
	const options = [...codes].map(
		(code) =>
			html`<option value="${code}" ${code === currency && html` selected`}>
				${code || wording.controlCurrency}
			</option>`,
	);
	return html`<select ${named}>
		${options}
	</select>`;
}
