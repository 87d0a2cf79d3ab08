import { html, type Markup } from '../base/html';
import type { Control } from '../handoff/control';
import { inWords, oneOfThese, say } from '../language/sentence';
import { fill } from '../language/wording';
import { exampleOf } from '../policy/dateFormat';
import { writeChoices } from './choiceFields';
import { isDayField, writeInput } from './controlInputs';
import { proposalId, writeControlProposal } from './controlProposal';
import type { ControlTexts } from './controlTexts';
import { fieldErrorFor } from './fieldError';
import { formatLine } from './format';
import type { FormBasis } from './model';
import { shownTexts, type ShownControl } from './shownControl';

const GROUPS: ReadonlySet<Control['kind']> = new Set(['yesNo', 'choices']);

/**
 * Writes a field with its label, how it is filled in, what was wrong with it, and the value that is
 * proposed. Works without a script; a form with it is sent without checks by the browser.
 */
export function writeControl(model: FormBasis, shown: ShownControl): Markup {
	const { name, control } = shown;
	const texts = shownTexts(shown, model.wording);
	const hints = [...(shown.help ?? []), hintsOf(control, texts, model)].filter((one) => one !== '');
	const proposal = writeControlProposal(shown, model.wording);
	const described = [
		...(hints.length === 0 ? [] : [`${name}.hint`]),
		...(proposal === undefined ? [] : [proposalId(name)]),
	];
	const error = fieldErrorFor(model, name, described.join(' '));
	const label = formatLine(shown.label);
	const said = html`${writeHints(name, hints)}${error.words}`;
	const parts = { shown, texts, error };
	if (GROUPS.has(control.kind)) {
		const isOne = control.kind === 'yesNo';
		return html`<fieldset
			class="block"
			${isOne ? html`role="radiogroup"${error.attributes}` : error.described}
		>
			<legend dir="auto">${label}</legend>
			${said}${writeChoices(model, parts)}${proposal}
		</fieldset>`;
	}
	return html`<div class="block">
		<label class="label" for="${name}" dir="auto">${label}</label
		>${said}${writeInput(model, parts)}${proposal}
	</div>`;
}

/** Each hint on a line of its own. */
function writeHints(name: string, hints: readonly string[]): Markup {
	if (hints.length === 0) return html``;
	const lines = hints.map((hint) => html`<span class="line" dir="auto">${hint}</span> `);
	const said = hints.length === 1 ? html`${hints[0]}` : html`${lines}`;
	return html`<span class="hint" id="${name}.hint">${said}</span>`;
}

/** How it is filled in, where that does not go without saying. */
function hintsOf(control: Control, { texts }: ControlTexts, { wording }: FormBasis): string {
	const { alsoAccepted } = control;
	const isTyped = !GROUPS.has(control.kind) && control.kind !== 'choice';
	const words = oneOfThese((alsoAccepted ?? []).map(formatLine));
	return [
		control.kind === 'list' ? wording.controlList : '',
		control.kind === 'date' && !isDayField(control, texts)
			? fill(wording.controlDay, { example: exampleOf(control.format ?? 'yyyy-MM-dd') })
			: '',
		isTyped && alsoAccepted !== undefined ? inWords(say('controlWords', { words }), wording) : '',
	]
		.filter((hint) => hint !== '')
		.join(' ');
}
