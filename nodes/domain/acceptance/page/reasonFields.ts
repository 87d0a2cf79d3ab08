import { html, type Markup } from '../../base/html';
import { FORM_LIMITS } from '../../page/formError';
import { formName } from '../../page/formNames';
import type { ChecklistItem, ReturnReason } from '../../handoff/terms';
import type { DecisionPageModel } from './model';
import { formatLine } from '../../page/format';
import { fieldErrorFor, writeRequiredMark } from '../../page/fieldError';

function writeCheck(model: DecisionPageModel, item: ChecklistItem): Markup {
	const name = formName('check', item.id);
	const { words, attributes } = fieldErrorFor(model, name);
	const checked = model.typed?.checked.includes(item.id) === true && html` checked`;
	return html`<label class="tick"
		><input type="checkbox" name="${name}" id="${name}" value="yes" ${checked}${attributes} /><span
			dir="auto"
			>${formatLine(item.label)} ${writeRequiredMark(model.wording, item.required)}${words}</span
		></label
	>`;
}

function writeReason(model: DecisionPageModel, reason: ReturnReason): Markup {
	const typed = model.typed?.reasons.find(({ code }) => code === reason.code);
	const name = formName('reason', reason.code);
	const { words, attributes } = fieldErrorFor(model, name);
	const checked = typed?.chosen === true && html` checked`;
	return html`<div class="reason">
		<label class="tick"
			><input
				type="checkbox"
				name="${name}"
				id="${name}"
				value="yes"
				${checked}${attributes}
			/><span dir="auto">${formatLine(reason.label)}${words}</span></label
		>
		<div class="more" role="group" aria-label="${formatLine(reason.label)}">
			${writeNote(model, reason, typed?.note ?? '')}${writePointer(model, reason, typed?.field ?? '')}
		</div>
	</div>`;
}

function writeNote(model: DecisionPageModel, reason: ReturnReason, note: string): Markup {
	const name = formName('note', reason.code);
	const { words, attributes } = fieldErrorFor(model, name);
	return html`<div>
		<label class="label" for="${name}"
			>${model.wording.note} ${writeRequiredMark(model.wording, reason.needsNote)}</label
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
	const { words, attributes } = fieldErrorFor(model, name);
	const options = fields.map(
		({ field, label }) =>
			html`<option value="${field}" ${field === chosen && html` selected`}>
				${formatLine(label)}
			</option>`,
	);
	return html`<div>
		<label class="label" for="${name}">${wording.field} ${writeRequiredMark(wording, false)}</label
		>${words}<select name="${name}" id="${name}" ${attributes}>
			<option value="">${wording.noField}</option>
			${options}
		</select>
	</div>`;
}

/** What accepting confirms. */
export const writeChecklist = (model: DecisionPageModel): Markup =>
	model.checklist.length === 0
		? html``
		: html`<fieldset class="for-accept">
				<legend>${model.wording.checklistTitle}</legend>
				${model.checklist.map((item) => writeCheck(model, item))}
			</fieldset>`;

/** Why it is returned: each reason with a note and, if wanted, the field it is about. */
export const writeReasons = (model: DecisionPageModel): Markup =>
	model.returnReasons.length === 0
		? html``
		: html`<fieldset class="for-return">
				<legend>
					${model.wording.reasonsTitle} ${writeRequiredMark(model.wording, true)}<span class="hint"
						>${model.wording.reasonsHint}</span
					>
				</legend>
				<div class="reasons">
					${model.returnReasons.map((reason) => writeReason(model, reason))}
				</div>
			</fieldset>`;
