import { html, type Markup } from '../../base/html';
import { FORM_LIMITS } from '../../page/formError';
import { fieldErrorFor, writeRequiredMark } from '../../page/fieldError';
import { formatLine } from '../../page/format';
import { fill } from '../../language/wording';
import type { TypedDecision } from '../formTerms';
import type { DecisionPageModel } from './model';

/** What is asked, and about which field. */
export function writeAsk(model: DecisionPageModel, { question }: TypedDecision): Markup {
	const { wording, questionsLeft = 0 } = model;
	if (questionsLeft < 1) return html``;
	const { words, attributes } = fieldErrorFor(model, 'question');
	return html`<div class="for-ask" role="group" aria-label="${wording.ask}">
		${writeQuestionsLeft(model)}
		<div class="block">
			<label class="label" for="question"
				>${wording.questionText} ${writeRequiredMark(wording, true)}</label
			>${words}<textarea
				name="question"
				id="question"
				rows="3"
				dir="auto"
				maxlength="${FORM_LIMITS.note}"
				${attributes}
			>
${question.text}</textarea>
		</div>
		${writeAbout(model, question.field)}
	</div>`;
}

function writeAbout(model: DecisionPageModel, chosen: string): Markup {
	const { fields, wording } = model;
	if (fields.length === 0) return html``;
	const { words, attributes } = fieldErrorFor(model, 'questionField');
	const options = fields.map(
		({ field, label }) =>
			html`<option value="${field}" ${field === chosen && html` selected`}>
				${formatLine(label)}
			</option>`,
	);
	return html`<div class="block">
		<label class="label" for="questionField"
			>${wording.field} ${writeRequiredMark(wording, false)}</label
		>${words}<select name="questionField" id="questionField" ${attributes}>
			<option value="">${wording.noField}</option>
			${options}
		</select>
	</div>`;
}

/** How many questions can still be asked. */
export const writeQuestionsLeft = ({ wording, questionsLeft }: DecisionPageModel): Markup =>
	questionsLeft === undefined
		? html``
		: html`<p class="note">${fill(wording.questionsLeft, { count: questionsLeft })}</p>`;
