import { html, type Markup } from '../base/html';
import { fieldErrorFor } from '../page/fieldError';
import { FORM_LIMITS } from '../page/formError';
import { fillPageText, formatLine } from '../page/format';
import { writeTextField } from '../page/textField';
import { waiverEnd } from '../life/waiverEnd';
import { DAY_MS, formatDay } from '../policy/day';
import { lastDay } from './exceptionForm';
import { writeReasonField, writeUntil } from './exceptionInputs';
import type { ApprovalPageModel } from './approvalModel';

const HINTS = { grant: 'approvalGrantHint', refuse: 'approvalRefuseHint' } as const;
const NAMES = { grant: 'approvalGrant', refuse: 'approvalRefuse' } as const;

/**
 * The form: grant or refuse, what belongs to it, the person's name, one button. Nothing is chosen
 * beforehand.
 */
export function writeApprovalForm(model: ApprovalPageModel): Markup {
	const { wording } = model;
	const { words, attributes } = fieldErrorFor(model, 'decision');
	return html`<form
		class="sheet decide"
		id="decide"
		method="post"
		novalidate
		aria-labelledby="decide-title"
	>
		<h2 id="decide-title">${wording.decideTitle}</h2>
		<div role="radiogroup" aria-labelledby="decide-title" aria-required="true" ${attributes}>
			${words}
			<div class="choices">${writeChoice(model, 'grant')}${writeChoice(model, 'refuse')}</div>
		</div>
		${writeAnswer(model)} ${writeName(model)}
		<div class="actions">
			<button type="submit">
				<span class="say-any">${wording.submit}</span
				><span class="say-grant">${wording.approvalGrant}</span
				><span class="say-refuse">${wording.approvalRefuse}</span>
			</button>
			<p class="submit-hint">${wording.submitHint}</p>
		</div>
	</form>`;
}

/** What belongs to either choice: until when, or why not. */
function writeAnswer(model: ApprovalPageModel): Markup {
	const { wording, typed, maxDays } = model;
	const value = typed?.until ?? wantedDay(model);
	return html`<div class="for-grant">${writeUntil(model, { name: 'until', value, maxDays })}</div>
		<div class="for-refuse">
			${writeReasonField(model, {
				name: 'refusal',
				label: wording.approvalRefusal,
				value: typed?.refusal ?? '',
			})}
		</div>`;
}

function writeChoice(model: ApprovalPageModel, value: keyof typeof HINTS): Markup {
	const { wording, typed } = model;
	const id = value === 'grant' ? 'decision' : `decision.${value}`;
	return html`<label class="choice"
		><input
			type="radio"
			name="decision"
			value="${value}"
			id="${id}"
			${typed?.decision === value && html` checked`}
		/><span
			><b>${wording[NAMES[value]]}</b
			><span>${fillPageText(model, wording[HINTS[value]])}</span></span
		></label
	>`;
}

const writeName = (model: ApprovalPageModel): Markup =>
	writeTextField(model, {
		name: 'name',
		label: model.wording.name,
		hint: fillPageText(model, model.wording.nameHint, {
			reader: formatLine(model.reader.name || model.reader.email),
		}),
		type: 'text',
		value: model.typed?.name ?? '',
		autocomplete: 'name',
		limit: FORM_LIMITS.name,
	});

/** The day that was asked for, or the last one that may still be chosen; nothing when it has passed. */
function wantedDay({ asked, maxDays, now }: ApprovalPageModel): string {
	const end = waiverEnd(asked.expiresAt);
	if (end === undefined || end <= now) return '';
	const wanted = formatDay(Math.floor((end - 1) / DAY_MS));
	const last = lastDay(maxDays, now);
	return last !== undefined && wanted > last ? last : wanted;
}
