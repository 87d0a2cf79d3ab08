import { html, type Markup } from '../base/html';
import type { Instant } from '../base/instant';
import type { AskedException, ExceptionTerms, WantedException } from '../handoff/exception';
import type { Finding } from '../handoff/verdict';
import { fill, type Wording } from '../language/wording';
import type { KeptException } from '../life/exceptions';
import { formatLine, formatText } from '../page/format';
import { formName } from '../page/formNames';
import type { FormBasis, PageBasis } from '../page/model';
import { formatExpiry } from '../wording/formatTime';
import { writeReasonField, writeUntil } from './exceptionInputs';
import { waivableGap } from './waivableGap';

/** What a page needs to know to offer exceptions. */
export interface ExceptionFieldsModel extends FormBasis {
	now: Instant;
	/** Absent where the policy allows none. */
	terms: ExceptionTerms | undefined;
	/** The address of who reads the page: they never decide about it themselves. */
	asker: string;
	/** What stands about exceptions of this handoff. */
	kept: readonly KeptException[];
	/** What had been typed into a refused form. */
	wanted: readonly WantedException[];
}

/**
 * Writes “This cannot be supplied” for one gap, folded away until somebody needs it: why, and until
 * when. Where somebody waits for an answer, or it was refused, that is said. Nothing where the policy
 * allows no exception, or nobody else could grant it.
 */
export function writeExceptionFields(
	model: ExceptionFieldsModel,
	gap: Pick<Finding, 'requirementId'>,
): Markup {
	const { terms, asker, wording } = model;
	const kept = model.kept.find((one) => one.requirementId === gap.requirementId);
	const waivable = waivableGap(terms, gap, { asker, kept });
	const said = kept === undefined ? [] : sayKept(model, kept);
	const lines = said.map((line) => html`<p class="note" dir="auto">${line}</p>`);
	if (!waivable.may) {
		if (waivable.why !== 'tooOften') return html`${lines}`;
		const approvers = formatEither(namesOf(terms?.approvers ?? []), wording);
		return html`${lines}
			<p class="note">${fill(wording.exceptionTooOften, { approvers })}</p>`;
	}
	const approvers = formatEither(namesOf(waivable.approvers), wording);
	return html`${lines}
		<details class="exception" ${isTyped(model, gap) && html` open`}>
			<summary>${wording.exceptionTitle}</summary>
			<p class="hint">${fill(wording.exceptionHint, { approvers })}</p>
			${writeReason(model, gap.requirementId)}${writeUntil(model, {
				name: formName('until', gap.requirementId),
				value: typedFor(model, gap)?.until ?? '',
				maxDays: terms?.maxDays,
			})}
		</details>`;
}

const namesOf = (people: ReadonlyArray<{ name: string; email: string }>): string[] =>
	people.map(({ name, email }) => formatLine(name || email));

/** “Ann, Bob or Cyd”, as the language says it. */
export const formatEither = (names: readonly string[], { exceptionEither }: Wording): string => {
	const [last = '', ...others] = [...names].reverse();
	if (others.length === 0) return last;
	return fill(exceptionEither, { one: others.reverse().join(', '), other: last });
};

const typedFor = (
	{ wanted }: ExceptionFieldsModel,
	{ requirementId }: Pick<Finding, 'requirementId'>,
): WantedException | undefined => wanted.find((one) => one.requirementId === requirementId);

function isTyped(model: ExceptionFieldsModel, gap: Pick<Finding, 'requirementId'>): boolean {
	const typed = typedFor(model, gap);
	return typed !== undefined && (typed.reason !== '' || typed.until !== '');
}

/** Whether somebody is asked, and what the last answer was. */
const sayKept = (basis: PageBasis, { asked, refused }: KeptException): string[] => [
	...(asked === undefined ? [] : [sayAsked(basis, asked)]),
	...(refused === undefined ? [] : [sayRefused(basis, refused)]),
];

function sayAsked({ wording, timezone }: PageBasis, { by, expiresAt, reason }: AskedException) {
	const until = formatExpiry(expiresAt, timezone, wording);
	const asker = formatLine(by.name || by.email);
	return fill(wording.exceptionWaiting, { asker, until, reason: formatText(reason) });
}

const sayRefused = (
	{ wording }: PageBasis,
	{ by, reason }: NonNullable<KeptException['refused']>,
): string =>
	fill(wording.exceptionRefused, { approver: formatLine(by), reason: formatText(reason) });

function writeReason(model: ExceptionFieldsModel, requirementId: string): Markup {
	const { wording } = model;
	const name = formName('why', requirementId);
	return writeReasonField(model, {
		name,
		label: wording.exceptionReason,
		value: typedFor(model, { requirementId })?.reason ?? '',
	});
}
