import type { Instant } from '../base/instant';
import { cleanLine, cleanText } from '../base/plainText';
import { WORDINGS } from '../language/languages';
import type { Wording } from '../language/wording';
import type { WantedException } from '../handoff/exception';
import type { FixerLink, GapInput } from '../handoff/fixing';
import { proofBy, type DecidedBy } from '../handoff/proof';
import type { Finding } from '../handoff/verdict';
import type { ControlTexts } from '../page/controlTexts';
import { readFormBody, type FormBody } from '../page/formBody';
import { FORM_LIMITS, type FormError } from '../page/formError';
import { formName } from '../page/formNames';
import { readControl, textsTyped } from '../page/readControl';
import { findTooLong } from '../page/tooLong';
import { gapsOf, type FixHandoff } from './gaps';
import { readWanted } from './wantedExceptions';
import { openWith, type TypedChange } from './judgeChanges';

/** What a fixer had typed, so that a refused form comes back filled in. */
export interface TypedFix {
	name: string;
	comment: string;
	/** By the field of the record. */
	values: ReadonlyMap<string, ControlTexts>;
	/** What was said to be impossible to supply. */
	wanted: readonly WantedException[];
}

export type FixForm =
	| {
			kind: 'valid';
			changes: TypedChange[];
			exceptions: WantedException[];
			by: DecidedBy;
			comment: string;
			typed: TypedFix;
	  }
	| { kind: 'refused'; errors: FormError[]; typed: TypedFix };

export const NOTHING_TYPED: TypedFix = { name: '', comment: '', values: new Map(), wanted: [] };

/** What can be typed for these gaps, each field once, however many requirements ask for it. */
export const inputsFor = (
	{ agreed }: Pick<FixHandoff, 'agreed'>,
	gaps: readonly Finding[],
): GapInput[] => {
	const theirs = (agreed.fixing?.inputs ?? []).filter((input) =>
		gaps.some(({ requirementId }) => requirementId === input.requirementId),
	);
	return theirs.filter(
		(input, index) => theirs.findIndex(({ field }) => field === input.field) === index,
	);
};

/**
 * Reads what the form of one fixer sent. Values are judged by the same policy as at the gate, each
 * together with everything that was sent before; one that is not in order refuses the form, and all
 * that was typed stays. A field that is left empty is not sent: it stays open.
 *
 * Never throws, whatever the body is.
 *
 * @param body as n8n parsed it
 */
export function parseFixForm(
	body: unknown,
	visit: { handoff: FixHandoff; link: FixerLink; wording?: Wording; now: Instant },
): FixForm {
	const { handoff, link, wording = WORDINGS.en, now } = visit;
	const form = readFormBody(body);
	const gaps = gapsOf(handoff, link);
	const inputs = inputsFor(handoff, gaps);
	const wanted = readWanted(form, { handoff, link, gaps, now });
	const typed = { ...readTyped(form, inputs), wanted: wanted.typed };
	const { changes, errors: unread } = readChanges(typed, { inputs, gaps, wording });
	const isEmpty = [changes, unread, wanted.typed].every(({ length }) => length === 0);
	const errors = [
		...(isEmpty ? [nothingSent(inputs)] : []),
		...unread,
		...wanted.errors,
		...openWith(handoff, changes, now).map(refusedBy),
		...(typed.name === '' ? [{ code: 'nameMissing', name: 'name', label: '' } as const] : []),
		...findTooLong(form, 'name', FORM_LIMITS.name),
		...findTooLong(form, 'comment', FORM_LIMITS.comment),
	];
	if (errors.length > 0) return { kind: 'refused', errors, typed };
	const { name, comment } = typed;
	const by = { name, email: link.email, proof: proofBy({ password: false, code: false }) };
	return { kind: 'valid', changes, exceptions: wanted.typed, by, comment, typed };
}

function readTyped(form: FormBody, inputs: readonly GapInput[]): Omit<TypedFix, 'wanted'> {
	const values = inputs.flatMap(({ field, control }): Array<[string, ControlTexts]> => {
		const texts = textsTyped(form, formName('value', field), control);
		return texts === undefined ? [] : [[field, texts]];
	});
	return {
		name: cleanLine(form.text('name')).slice(0, FORM_LIMITS.name),
		comment: cleanText(form.text('comment')).trim().slice(0, FORM_LIMITS.comment),
		values: new Map(values),
	};
}

interface Reading {
	inputs: readonly GapInput[];
	gaps: readonly Finding[];
	wording: Wording;
}

/** What was typed anew; an empty field takes nothing out of the record. */
function readChanges(
	{ values }: TypedFix,
	{ inputs, gaps, wording }: Reading,
): { changes: TypedChange[]; errors: FormError[] } {
	const changes: TypedChange[] = [];
	const errors: FormError[] = [];
	for (const input of inputs) {
		const typed = values.get(input.field);
		if (typed === undefined) continue;
		const read = readControl(typed, input, { name: formName('value', input.field), wording });
		if (read.kind === 'wrong') errors.push(read.error);
		if (read.kind !== 'values') continue;
		const requirements = gaps
			.filter(({ field }) => field === input.field)
			.map(({ requirementId }) => requirementId);
		for (const { field, value: to } of read.values) {
			const from = field === input.field ? input.value : (input.currency ?? null);
			changes.push({ requirements, field, label: input.label, from, to });
		}
	}
	return { changes, errors };
}

const nothingSent = ([first]: readonly GapInput[]): FormError => ({
	code: 'nothingSent',
	name: first === undefined ? 'name' : formName('value', first.field),
	label: '',
});

const refusedBy = (finding: Finding): FormError => ({
	code: 'valueRefused',
	name: formName('value', finding.field),
	label: finding.label,
	finding,
});
