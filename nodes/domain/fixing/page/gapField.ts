import { html, type Markup } from '../../base/html';
import { writeExceptionFields } from '../../exceptions/exceptionFields';
import { fill } from '../../language/wording';
import { writeControl } from '../../page/controlFields';
import { formatLine, formatText } from '../../page/format';
import { writeLink } from '../../page/recordLink';
import { formatExpected, formatFinding } from '../../wording/formatFinding';
import type { FixPageModel, ShownGap } from './model';

/** One gap: what is wrong, what was seen, what is expected, and the control to supply it by. */
export function writeGap(model: FixPageModel, gap: ShownGap): Markup {
	const { finding, input, isTypedAbove } = gap;
	const said = formatLine(formatFinding(finding, model.wording));
	const help = explain(model, gap);
	if (input !== undefined) {
		const control = writeControl(model, { ...input, label: said, help });
		return html`<div class="gap">${control}${writeExceptionFields(model, finding)}</div>`;
	}
	return html`<div class="gap">
		<h3 dir="auto">${said}</h3>
		${help.map((line) => html`<p class="note" dir="auto">${line}</p>`)}
		${!isTypedAbove && writeElsewhere(model, gap)}${writeExceptionFields(model, finding)}
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
function writeElsewhere(model: FixPageModel, { finding }: ShownGap): Markup {
	const url = finding.fixUrl ?? model.recordUrl;
	return html`<p class="note">
		${model.wording.gapElsewhere} ${url !== '' && writeLink(model, model.wording.fixHere, url)}
	</p>`;
}
