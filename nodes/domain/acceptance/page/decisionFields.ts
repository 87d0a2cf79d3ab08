import { html, type Markup } from '../../html';
import { FORM_LIMITS, type FormError, type TypedDecision } from '../decisionForm';
import { formName } from '../formNames';
import type { ChecklistItem, ReturnReason } from '../terms';
import type { DecisionPageModel } from './model';
import { sayTitle, sayWith } from './say';
import { fill, type Wording } from './wording';

const NOTHING_TYPED: TypedDecision = { name: '', checked: [], reasons: [], comment: '' };

/** What is wrong with one field, in words. */
export const sayError = (wording: Wording, { code, label }: FormError): string =>
	fill(wording[code], { label: sayTitle(label) });

/** How a field is told to be wrong: the words beside it, and the attributes that tie them to it. */
interface Trouble {
	words: Markup;
	attributes: Markup;
}

function troubleOf({ errors, wording }: DecisionPageModel, name: string, hint = ''): Trouble {
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

const mark = (wording: Wording, required: boolean): Markup =>
	html`<span class="mark">(${required ? wording.required : wording.optional})</span>`;

function writeChoice(model: DecisionPageModel, value: 'accept' | 'return'): Markup {
	const { wording, typed } = model;
	const hint = value === 'accept' ? wording.acceptHint : wording.returnHint;
	const { attributes } = troubleOf(model, 'decision');
	const id = value === 'accept' ? 'decision' : 'decision.return';
	return html`<label class="choice"
		><input
			type="radio"
			name="decision"
			value="${value}"
			id="${id}"
			${typed?.decision === value && html` checked`}${attributes}
		/><span><b>${wording[value]}</b><span>${sayWith(model, hint)}</span></span></label
	>`;
}

function writeCheck(model: DecisionPageModel, item: ChecklistItem): Markup {
	const name = formName('check', item.id);
	const { words, attributes } = troubleOf(model, name);
	const checked = model.typed?.checked.includes(item.id) === true && html` checked`;
	return html`<label class="tick"
		><input type="checkbox" name="${name}" id="${name}" value="yes" ${checked}${attributes} /><span
			dir="auto"
			>${sayTitle(item.label)} ${mark(model.wording, item.required)}${words}</span
		></label
	>`;
}

function writeReason(model: DecisionPageModel, reason: ReturnReason): Markup {
	const typed = model.typed?.reasons.find(({ code }) => code === reason.code);
	const name = formName('reason', reason.code);
	const { words, attributes } = troubleOf(model, name);
	const checked = typed?.chosen === true && html` checked`;
	return html`<div class="reason">
		<label class="tick"
			><input
				type="checkbox"
				name="${name}"
				id="${name}"
				value="yes"
				${checked}${attributes}
			/><span dir="auto">${sayTitle(reason.label)}${words}</span></label
		>
		<div class="more" role="group" aria-label="${sayTitle(reason.label)}">
			${writeNote(model, reason, typed?.note ?? '')}${writePointer(model, reason, typed?.field ?? '')}
		</div>
	</div>`;
}

function writeNote(model: DecisionPageModel, reason: ReturnReason, note: string): Markup {
	const name = formName('note', reason.code);
	const { words, attributes } = troubleOf(model, name);
	return html`<div>
		<label class="label" for="${name}"
			>${model.wording.note} ${mark(model.wording, reason.needsNote)}</label
		>${words}<textarea
			name="${name}"
			id="${name}"
			rows="3"
			dir="auto"
			maxlength="${FORM_LIMITS.note}"
			${attributes}
		>
${note}</textarea>
	</div>`;
}

function writePointer(model: DecisionPageModel, { code }: ReturnReason, chosen: string): Markup {
	const { fields, wording } = model;
	if (fields.length === 0) return html``;
	const name = formName('field', code);
	const { words, attributes } = troubleOf(model, name);
	const options = fields.map(
		({ field, label }) =>
			html`<option value="${field}" ${field === chosen && html` selected`}>
				${sayTitle(label)}
			</option>`,
	);
	return html`<div>
		<label class="label" for="${name}">${wording.field} ${mark(wording, false)}</label
		>${words}<select name="${name}" id="${name}" ${attributes}>
			<option value="">${wording.noField}</option>
			${options}
		</select>
	</div>`;
}

const writeChecklist = (model: DecisionPageModel): Markup =>
	model.checklist.length === 0
		? html``
		: html`<fieldset class="for-accept">
				<legend>${model.wording.checklistTitle}</legend>
				${model.checklist.map((item) => writeCheck(model, item))}
			</fieldset>`;

const writeReasons = (model: DecisionPageModel): Markup =>
	model.returnReasons.length === 0
		? html``
		: html`<fieldset class="for-return">
				<legend>
					${model.wording.reasonsTitle} ${mark(model.wording, true)}<span class="hint"
						>${model.wording.reasonsHint}</span
					>
				</legend>
				${model.returnReasons.map((reason) => writeReason(model, reason))}
			</fieldset>`;

function writeComment(model: DecisionPageModel, { comment }: TypedDecision): Markup {
	const { words, attributes } = troubleOf(model, 'comment');
	return html`<div class="block">
		<label class="label" for="comment"
			>${sayWith(model, model.wording.comment)} ${mark(model.wording, false)}</label
		>${words}<textarea
			name="comment"
			id="comment"
			rows="3"
			dir="auto"
			maxlength="${FORM_LIMITS.comment}"
			${attributes}
		>
${comment}</textarea>
	</div>`;
}

function writeName(model: DecisionPageModel, { name }: TypedDecision): Markup {
	const { wording, reader } = model;
	const { words, attributes } = troubleOf(model, 'name', 'name.hint');
	const hint = sayWith(model, wording.nameHint, { reader: sayTitle(reader.name || reader.email) });
	return html`<div class="block">
		<label class="label" for="name">${wording.name} ${mark(wording, true)}</label
		><span class="hint" id="name.hint">${hint}</span>${words}<input
			type="text"
			name="name"
			id="name"
			value="${name}"
			dir="auto"
			autocomplete="name"
			maxlength="${FORM_LIMITS.name}"
			${attributes}
		/>
	</div>`;
}

/**
 * The form: one choice, what belongs to it, the person's name, one button. Nothing is chosen
 * beforehand, and pressing Enter in the name sends no decision that was not chosen.
 */
export function writeForm(model: DecisionPageModel): Markup {
	const { wording, round, nonce, typed = NOTHING_TYPED } = model;
	const wrong = troubleOf(model, 'decision').words;
	return html`<form
		class="sheet decide"
		id="decide"
		method="post"
		novalidate
		aria-labelledby="decide-title"
	>
		<h2 id="decide-title">${wording.decideTitle}</h2>
		<input type="hidden" name="round" value="${round}" /><input
			type="hidden"
			name="nonce"
			value="${nonce}"
		/>
		<div role="radiogroup" aria-labelledby="decide-title" aria-required="true">
			${wrong}
			<div class="choices">${writeChoice(model, 'accept')}${writeChoice(model, 'return')}</div>
		</div>
		${writeChecklist(model)}${writeReasons(model)}${writeComment(model, typed)}${writeName(model, typed)}
		<div class="actions">
			<button type="submit">
				<span class="say-any">${wording.submit}</span
				><span class="say-accept">${wording.submitAccept}</span
				><span class="say-return">${wording.submitReturn}</span>
			</button>
		</div>
		<p class="submit-hint">${wording.submitHint}</p>
	</form>`;
}
