import { plainValueSchema, type ControlledField } from '../handoff/control';
import type { Proposal } from '../handoff/verdict';
import type { Wording } from '../language/wording';
import { textsOfValue, type ControlTexts } from './controlTexts';
import type { FieldError } from './fieldError';
import { readControl } from './readControl';

/** A value that was read from a text for a field, with the words that it was taken from. */
export type ControlProposal = Pick<Proposal, 'value' | 'quote' | 'source' | 'verified'>;

/** A field of the record that a page asks for. */
export interface ShownControl extends ControlledField {
	/** Of the form field, and its id on the page. */
	name: string;
	/** What helps to fill it in, a line each, besides how a value of its kind is typed. */
	help?: readonly string[];
	/** After a refused form: what stood in it. */
	typed?: ControlTexts | undefined;
	/** Filled in until somebody has typed, where it is a value of this kind. */
	proposal?: ControlProposal | undefined;
}

/** What the parts of a control share. */
export interface ControlParts {
	shown: ShownControl;
	texts: ControlTexts;
	error: FieldError;
}

/** What stands in a control: what was typed, else what is proposed and fits, else the record's value. */
export const shownTexts = (shown: ShownControl, wording: Wording): ControlTexts =>
	shown.typed ?? proposedTexts(shown, wording) ?? textsOfValue(shown, wording);

/** Only what can be sent as it stands is filled in; the rest is left to whoever reads the quote. */
function proposedTexts(shown: ShownControl, wording: Wording): ControlTexts | undefined {
	const value = plainValueSchema.safeParse(shown.proposal?.value).data ?? null;
	if (value === null) return undefined;
	const { texts, currency } = textsOfValue({ ...shown, value }, wording);
	const proposed = { texts, currency: currency || textsOfValue(shown, wording).currency };
	const read = readControl(proposed, { ...shown, value: null }, { name: shown.name, wording });
	return read.kind === 'values' ? proposed : undefined;
}
