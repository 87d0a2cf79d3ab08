import { html, type Markup } from '../base/html';
import type { Instant } from '../base/instant';
import { formatPlainDay } from '../language/figures';
import { fill } from '../language/wording';
import { fieldErrorFor, writeRequiredMark } from '../page/fieldError';
import { FORM_LIMITS } from '../page/formError';
import type { FormBasis } from '../page/model';
import { lastDay } from './exceptionForm';

/** A field for a reason of some lines. */
export function writeReasonField(
	model: FormBasis,
	{ name, label, value }: { name: string; label: string; value: string },
): Markup {
	const { words, attributes } = fieldErrorFor(model, name);
	return html`<div class="block">
		<label class="label" for="${name}">${label} ${writeRequiredMark(model.wording, true)}</label
		>${words}<textarea
			name="${name}"
			id="${name}"
			rows="2"
			dir="auto"
			maxlength="${FORM_LIMITS.note}"
			${attributes}
		>
${value}</textarea>
	</div>`;
}

/** A field for the day until which an exception holds; it says the last one that may be chosen. */
export function writeUntil(
	model: FormBasis & { now: Instant },
	{ name, value, maxDays }: { name: string; value: string; maxDays: number | undefined },
): Markup {
	const { wording, now } = model;
	const last = lastDay(maxDays, now);
	const hintId = last === undefined ? '' : `${name}.hint`;
	const { words, attributes } = fieldErrorFor(model, name, hintId);
	const day = last === undefined ? '' : formatPlainDay(last, wording);
	return html`<div class="block">
		<label class="label" for="${name}"
			>${wording.exceptionUntil} ${writeRequiredMark(wording, true)}</label
		>${last !== undefined && html`<span class="hint" id="${hintId}">${fill(wording.exceptionUntilHint, { day })}</span>`}${words}<input
			type="${DAY.test(value) ? 'date' : 'text'}"
			name="${name}"
			id="${name}"
			value="${value}"
			${last !== undefined && html` max="${last}"`}
			autocomplete="off"
			${attributes}
		/>
	</div>`;
}

/** Only such a text can stand in a field for days: what else was typed must not be lost. */
const DAY = /^(?:\d{4}-\d\d-\d\d)?$/;
