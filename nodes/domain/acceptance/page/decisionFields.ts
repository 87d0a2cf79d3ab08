import { html, type Markup } from '../../base/html';
import { writeAsk, writeQuestionsLeft } from './askFields';
import { writeCheckButton, writeCorrections } from './correctionFields';
import { FORM_LIMITS } from '../../page/formError';
import type { TypedDecision } from '../formTerms';
import type { DecisionPageModel } from './model';
import { writeChecklist, writeReasons } from './reasonFields';
import { writeForward } from './forwardFields';
import { writeProof } from './proofFields';
import { fillPageText } from '../../page/format';
import { fieldErrorFor, writeRequiredMark } from '../../page/fieldError';
import { fill } from '../../language/wording';

const NOTHING_TYPED: TypedDecision = {
	name: '',
	checked: [],
	reasons: [],
	comment: '',
	forward: { name: '', email: '', reason: '' },
	question: { text: '', field: '' },
	corrections: [],
};

const HINTS = {
	accept: 'acceptHint',
	return: 'returnHint',
	forward: 'forwardHint',
	ask: 'askHint',
} as const;

function writeChoice(model: DecisionPageModel, value: keyof typeof HINTS): Markup {
	const { wording, typed } = model;
	const hint = wording[HINTS[value]];
	const id = value === 'accept' ? 'decision' : `decision.${value}`;
	return html`<label class="choice"
		><input
			type="radio"
			name="decision"
			value="${value}"
			id="${id}"
			${typed?.decision === value && html` checked`}
		/><span><b>${wording[value]}</b><span>${fillPageText(model, hint)}</span></span></label
	>`;
}

function writeComment(model: DecisionPageModel, { comment }: TypedDecision): Markup {
	const { words, attributes } = fieldErrorFor(model, 'comment');
	return html`<div class="block not-forward not-ask">
		<label class="label" for="comment"
			>${fillPageText(model, model.wording.comment)}
			${writeRequiredMark(model.wording, false)}</label
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

/** How many people must accept, where it is more than one. */
function writeVoteRule({ wording, votes }: DecisionPageModel): Markup {
	if (votes.needed < 2) return html``;
	const { needed, count, inTurn = false } = votes;
	const rule = fill(wording.voteRule, { needed, count });
	return html`<p class="note">${inTurn ? `${rule} ${wording.turnRule}` : rule}</p>`;
}

/** The button says what it will send, and beside it stands whether that can be changed. */
function writeActions(model: DecisionPageModel): Markup {
	const { wording, votes } = model;
	return html`<div class="actions">
		<button type="submit">
			<span class="say-any">${wording.submit}</span
			><span class="say-accept">${wording.submitAccept}</span
			><span class="say-return">${wording.submitReturn}</span
			><span class="say-forward">${wording.submitForward}</span
			><span class="say-ask">${wording.submitAsk}</span>
		</button>
		${writeCheckButton(model)}
		<p class="submit-hint">${votes.needed > 1 ? wording.voteHint : wording.submitHint}</p>
	</div>`;
}

/**
 * The form: one choice, what belongs to it, the person's name, one button. Nothing is chosen
 * beforehand, and pressing Enter in the name sends no decision that was not chosen.
 */
export function writeForm(model: DecisionPageModel): Markup {
	const { wording, round, nonce, mayForward, questionsLeft = 0, typed = NOTHING_TYPED } = model;
	const { words, attributes } = fieldErrorFor(model, 'decision');
	return html`<form
		class="sheet decide"
		id="decide"
		method="post"
		novalidate
		aria-labelledby="decide-title"
	>
		<h2 id="decide-title">${wording.decideTitle}</h2>
		${writeVoteRule(model)}
		<input type="hidden" name="round" value="${round}" /><input
			type="hidden"
			name="nonce"
			value="${nonce}"
		/>
		<div role="radiogroup" aria-labelledby="decide-title" aria-required="true" ${attributes}>
			${words}
			<div class="choices">
				${writeChoice(model, 'accept')}${writeChoice(model, 'return')}${
					mayForward && writeChoice(model, 'forward')
				}${questionsLeft > 0 && writeChoice(model, 'ask')}
			</div>
		</div>
		${questionsLeft === 0 && writeQuestionsLeft(model)}${writeChecklist(model)}${writeCorrections(model)}${writeReasons(model)}${writeForward(model, typed)}
		${writeAsk(model, typed)} ${writeComment(model, typed)}${writeProof(model, typed.name)}
		${writeActions(model)}
	</form>`;
}
