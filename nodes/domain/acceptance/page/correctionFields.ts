import { html, type Markup } from '../../base/html';
import { writeControl } from '../../page/controlFields';
import { fillPageText } from '../../page/format';
import { formName } from '../../page/formNames';
import { readControls } from '../../page/readControls';
import type { DecisionPageModel } from './model';

/** The values that may be corrected, folded away until somebody wants to. */
export function writeCorrections(model: DecisionPageModel): Markup {
	const { correctable, wording, corrected, typed } = model;
	if (correctable.length === 0) return html``;
	const { changes, errors } = readControls(typed?.corrections ?? [], correctable, wording);
	const open = corrected !== undefined || changes.length + errors.length > 0;
	const fields = correctable.map((known) =>
		writeControl(model, {
			...known,
			name: formName('correct', known.field),
			typed: typed?.corrections.find(({ field }) => field === known.field)?.texts,
		}),
	);
	return html`<details class="for-accept correct" ${open && html` open`}>
		<summary>${wording.correctTitle}</summary>
		<p class="hint">${fillPageText(model, wording.correctHint)}</p>
		${fields}
	</details>`;
}

/** The button that asks what the corrections make of the handoff, and sends nothing. */
export const writeCheckButton = ({ correctable, wording }: DecisionPageModel): Markup =>
	correctable.length === 0
		? html``
		: html`<button class="second for-accept" type="submit" name="preview" value="yes">
				${wording.correctCheck}
			</button>`;
