import { html, type Markup } from '../../base/html';
import { formatFieldValue } from '../../acceptance/correctionForm';
import { fill } from '../../language/wording';
import { fieldErrorFor } from '../../page/fieldError';
import { FORM_LIMITS } from '../../page/formError';
import { formatLine, formatText } from '../../page/format';
import { formName } from '../../page/formNames';
import { writeLink } from '../../page/recordLink';
import { formatExpected, formatFinding } from '../../wording/formatFinding';
import type { FixPageModel, ShownGap } from './model';

/** One gap: what is wrong, what was seen, what is expected, and the field to type it into. */
export function writeGap(model: FixPageModel, gap: ShownGap): Markup {
	const { wording } = model;
	const { finding, input, proposals } = gap;
	const said = formatLine(formatFinding(finding, wording));
	const lines = [...explain(model, gap), ...proposals.map(formatText)];
	const name = formName('correct', finding.field);
	const head =
		input === undefined
			? html`<h3 dir="auto">${said}</h3>`
			: html`<label class="label" for="${name}" dir="auto">${said}</label>`;
	return html`<div class="block gap">
		${head}
		<div id="${name}.hint">
			${lines.map((line) => html`<span class="hint" dir="auto">${line}</span>`)}
		</div>
		${input === undefined ? writeElsewhere(model, gap) : writeInput(model, gap)}
	</div>`;
}

/** What helps to supply it. */
function explain({ wording }: FixPageModel, { finding, seen }: ShownGap): string[] {
	const { howToFix } = finding;
	return [
		...(seen === '' ? [] : [fill(wording.seen, { seen: formatText(seen) })]),
		fill(wording.expected, { expected: formatText(formatExpected(finding, wording)) }),
		...(howToFix === '' ? [] : [formatText(howToFix)]),
	];
}

/** What cannot be typed is added in the record itself, by the way that the policy names. */
function writeElsewhere(model: FixPageModel, { finding, isTypedAbove }: ShownGap): Markup {
	if (isTypedAbove) return html``;
	const url = finding.fixUrl ?? model.recordUrl;
	return html`<p class="note">
		${model.wording.gapElsewhere} ${url !== '' && writeLink(model, model.wording.fixHere, url)}
	</p>`;
}

function writeInput(model: FixPageModel, { finding, input, typed }: ShownGap): Markup {
	const name = formName('correct', finding.field);
	const { words, attributes } = fieldErrorFor(model, name, `${name}.hint`);
	const value = typed ?? formatFieldValue(input?.value ?? null);
	return html`${words}<input
			type="text"
			name="${name}"
			id="${name}"
			value="${value}"
			dir="auto"
			autocomplete="off"
			maxlength="${FORM_LIMITS.value}"
			${attributes}
		/>`;
}
