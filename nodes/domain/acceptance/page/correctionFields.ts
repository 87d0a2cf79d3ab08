import { html, type Markup } from '../../base/html';
import type { CorrectableField, PlainValue, TypedCorrection } from '../../handoff/correction';
import { correctionsOf, formatFieldValue } from '../correctionForm';
import { formName } from '../formNames';
import { FORM_LIMITS } from '../formTerms';
import type { DecisionPageModel, PageBasis, ShownCorrections } from './model';
import { formatLine, fillPageText } from './format';
import { formatFinding } from '../../wording/formatFinding';
import { fieldErrorFor } from './fieldError';
import { fill, type Wording } from '../../wording/wording';

/** A value in words: yes and no in the language of the page, and that there is none. */
export function formatPlainValue(value: PlainValue, wording: Wording): string {
	if (typeof value === 'boolean') return value ? wording.valueYes : wording.valueNo;
	if (Array.isArray(value) && value.length > 0) {
		return formatLine(value.map((entry) => formatPlainValue(entry, wording)).join(', '));
	}
	return formatLine(formatFieldValue(value)) || wording.noValue;
}

/** One correction in words; as part of the history when it is said who made it. */
export const formatCorrection = (
	{ label, from, to }: Pick<TypedCorrection, 'label' | 'from' | 'to'>,
	{ wording, name }: { wording: Wording; name?: string },
): string =>
	fill(name === undefined ? wording.correctedValue : wording.historyCorrected, {
		label: formatLine(label),
		from: formatPlainValue(from, wording),
		to: formatPlainValue(to, wording),
		...(name === undefined ? {} : { name: formatLine(name) }),
	});

/** What the corrections make of the verdict, in one sentence. */
export const formatCorrectedVerdict = (
	wording: Wording,
	{ ready, open }: ShownCorrections,
): string =>
	ready
		? wording.correctedReady
		: fill(wording.correctedOpen, {
				points: open.map((point) => formatLine(formatFinding(point, wording))).join('; '),
			});

/** What the corrections that were typed so far make of the handoff. */
export function writeCorrected(model: DecisionPageModel): Markup {
	const { corrected, wording } = model;
	if (corrected === undefined) return html``;
	const rows = corrected.corrections.map(
		(correction) => html`<li dir="auto">${formatCorrection(correction, { wording })}</li>`,
	);
	const nothing = rows.length === 0;
	return html`<div class="corrected" role="status" tabindex="-1" autofocus>
		<h2>${wording.correctedTitle}</h2>
		<ul class="plain">
			${rows}
		</ul>
		<p class="strong">
			${nothing ? wording.correctedNothing : formatCorrectedVerdict(wording, corrected)}
		</p>
		<p class="note">${wording.correctedNote}</p>
	</div>`;
}

/** The corrections that were sent, on the page of thanks. */
export function writeSentCorrections(
	{ wording }: PageBasis,
	corrected: ShownCorrections | undefined,
): Markup {
	if (corrected === undefined || corrected.corrections.length === 0) return html``;
	const rows = corrected.corrections.map(
		(correction) => html`<li dir="auto">${formatCorrection(correction, { wording })}</li>`,
	);
	return html`<ul class="plain">
			${rows}
		</ul>
		<p>${formatCorrectedVerdict(wording, corrected)}</p>`;
}

function writeOptions(model: DecisionPageModel, known: CorrectableField, text: string): Markup[] {
	const { wording } = model;
	const options = known.options ?? [];
	const own = options.some((option) => String(option) === formatFieldValue(known.value));
	const values: PlainValue[] = own ? options : [known.value, ...options];
	return values.map(
		(value) =>
			html`<option
				value="${formatFieldValue(value)}"
				${formatFieldValue(value) === text && html` selected`}
			>
				${formatPlainValue(value, wording)}
			</option>`,
	);
}

function writeControl(model: DecisionPageModel, known: CorrectableField): Markup {
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

/** The text that says how a list is typed. */
const hintOf = ({ list }: CorrectableField, name: string): string =>
	list === true ? `${name}.hint` : '';

const LONG = 80;
/** Only such a text can stand in a field for days. */
const DAY = /^(\d{4}-\d\d-\d\d)?$/;

function writeField(model: DecisionPageModel, known: CorrectableField): Markup {
	const name = formName('correct', known.field);
	const { words } = fieldErrorFor(model, name, hintOf(known, name));
	const hint =
		known.list === true &&
		html`<span class="hint" id="${hintOf(known, name)}">${model.wording.correctList}</span>`;
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
