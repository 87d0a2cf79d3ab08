import { html, type Markup } from '../../base/html';
import type { Instant } from '../../base/instant';
import { FORM_LIMITS } from '../../page/formError';
import { fieldErrorFor, writeRequiredMark } from '../../page/fieldError';
import { writeErrors } from '../../page/formErrors';
import { fillPageText, formatDistance, formatLine, writeTime } from '../../page/format';
import type { FormBasis, Page } from '../../page/model';
import { wrapPage, writeLogo } from '../../page/shell';
import type { ShownEntry } from './model';
import { writePacket } from './packetSections';
import { writeQuestions, type ShownQuestion } from './questionSections';

/** Everything that the page shows on which a question is answered. */
export interface AnswerPageModel extends FormBasis {
	/** The question that the link answers, and those that were asked before it. */
	question: ShownQuestion;
	earlier: readonly ShownQuestion[];
	askedBy: string;
	answerBy: Instant;
	now: Instant;
	packet: readonly ShownEntry[];
	/** After a refused form: what had been entered. */
	typed?: string;
}

function writeHeader(model: AnswerPageModel): Markup {
	const { wording, answerBy, now } = model;
	const late = now > answerBy && html` <span class="tag late">${wording.overdue}</span>`;
	const away = formatDistance(answerBy, now, wording);
	return html`<header>
		<p class="kicker">
			${writeLogo(model.branding)}<span dir="auto">${fillPageText(model, wording.kicker)}</span>
		</p>
		<h1 dir="auto">${formatLine(model.title) || '–'}</h1>
		<p class="lede">${fillPageText(model, wording.answerLede)}</p>
		<dl class="glance">
			<div>
				<dt>${wording.answerBy}</dt>
				<dd>${writeTime(answerBy, model)} <span class="mark">${away}</span>${late}</dd>
			</div>
			<div>
				<dt>${wording.askedBy}</dt>
				<dd dir="auto">${formatLine(model.askedBy)}</dd>
			</div>
		</dl>
	</header>`;
}

function writeAnswerForm(model: AnswerPageModel): Markup {
	const { wording, typed = '' } = model;
	const { words, attributes } = fieldErrorFor(model, 'answer', 'answer.hint');
	return html`<form
		class="sheet decide"
		id="reply"
		method="post"
		novalidate
		aria-labelledby="reply-title"
	>
		<h2 id="reply-title">${wording.answerQuestion}</h2>
		<p class="note" dir="auto">${model.question.asked}</p>
		<blockquote class="quote" dir="auto"><p>${model.question.text}</p></blockquote>
		<div class="block">
			<label class="label" for="answer"
				>${wording.answerText} ${writeRequiredMark(wording, true)}</label
			><span class="hint" id="answer.hint">${wording.answerHint}</span>${words}<textarea
				name="answer"
				id="answer"
				rows="5"
				dir="auto"
				maxlength="${FORM_LIMITS.comment}"
				${attributes}
			>
${typed}</textarea>
		</div>
		<div class="actions"><button type="submit">${wording.submitAnswer}</button></div>
	</form>`;
}

/**
 * The page on which somebody of the sending side answers a question of the receiving team. It changes
 * nothing by being opened, and nothing on it decides. No script, nothing loaded from elsewhere.
 *
 * @returns status 200, or 422 with the errors on top when the model carries some
 */
export function renderAnswerPage(model: AnswerPageModel): Page {
	const { wording, errors } = model;
	const failed = errors.length > 0;
	const reading = [writePacket(model), writeQuestions(model, model.earlier)].filter(
		({ text }) => text !== '',
	);
	const body = html`
		<a class="skip" href="#reply">${wording.skipToAnswer}</a>
		<div class="${reading.length > 0 ? 'page wide' : 'page'}">
			${writeHeader(model)}
			<main>
				${writeErrors(model)} ${reading.length > 0 && html`<div class="reading">${reading}</div>`}
				${writeAnswerForm(model)}
			</main>
		</div>
	`;
	return wrapPage(model, {
		layout: 'decision',
		status: failed ? 422 : 200,
		title: fillPageText(model, failed ? wording.errorTitle : wording.answerTitle),
		body,
	});
}
