import { html, type Markup } from '../../html';
import { FORM_LIMITS, type TypedDecision } from '../decisionForm';
import type { DecisionPageModel } from './model';
import { writeChecklist, writeReasons } from './reasonFields';
import { sayTitle, sayWith } from './say';
import { troubleOf, writeMark } from './trouble';

const NOTHING_TYPED: TypedDecision = { name: '', checked: [], reasons: [], comment: '' };

function writeChoice(model: DecisionPageModel, value: 'accept' | 'return'): Markup {
	const { wording, typed } = model;
	const hint = value === 'accept' ? wording.acceptHint : wording.returnHint;
	const id = value === 'accept' ? 'decision' : 'decision.return';
	return html`<label class="choice"
		><input
			type="radio"
			name="decision"
			value="${value}"
			id="${id}"
			${typed?.decision === value && html` checked`}
		/><span><b>${wording[value]}</b><span>${sayWith(model, hint)}</span></span></label
	>`;
}

function writeComment(model: DecisionPageModel, { comment }: TypedDecision): Markup {
	const { words, attributes } = troubleOf(model, 'comment');
	return html`<div class="block">
		<label class="label" for="comment"
			>${sayWith(model, model.wording.comment)} ${writeMark(model.wording, false)}</label
		>${words}<textarea
			name="comment"
			id="comment"
			rows="2"
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
		<label class="label" for="name">${wording.name} ${writeMark(wording, true)}</label
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
	const { words, attributes } = troubleOf(model, 'decision');
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
		<div role="radiogroup" aria-labelledby="decide-title" aria-required="true" ${attributes}>
			${words}
			<div class="choices">${writeChoice(model, 'accept')}${writeChoice(model, 'return')}</div>
		</div>
		${writeChecklist(model)}${writeReasons(model)}${writeComment(model, typed)}${writeName(model, typed)}
		<div class="actions">
			<button type="submit">
				<span class="say-any">${wording.submit}</span
				><span class="say-accept">${wording.submitAccept}</span
				><span class="say-return">${wording.submitReturn}</span>
			</button>
			<p class="submit-hint">${wording.submitHint}</p>
		</div>
	</form>`;
}
