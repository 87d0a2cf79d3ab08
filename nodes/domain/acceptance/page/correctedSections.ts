import { html, type Markup } from '../../base/html';
import type { PageBasis } from '../../page/model';
import type { DecisionPageModel, ShownCorrections } from './model';
import { formatCorrection, formatCorrectedVerdict } from './formatCorrection';

/** What the corrections that were typed so far make of the handoff. */
export function writeCorrected(model: DecisionPageModel): Markup {
	const { corrected, wording } = model;
	if (corrected === undefined) return html``;
	const rows = corrected.corrections.map(
		(correction) => html`<li dir="auto">${formatCorrection(correction, { reader: model })}</li>`,
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
	basis: PageBasis,
	corrected: ShownCorrections | undefined,
): Markup {
	if (corrected === undefined || corrected.corrections.length === 0) return html``;
	const rows = corrected.corrections.map(
		(correction) => html`<li dir="auto">${formatCorrection(correction, { reader: basis })}</li>`,
	);
	return html`<ul class="plain">
			${rows}
		</ul>
		<p>${formatCorrectedVerdict(basis.wording, corrected)}</p>`;
}
