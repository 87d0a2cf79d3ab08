import { html, type Markup } from '../base/html';
import type { Proposal } from '../handoff/verdict';
import { formatNumber, formatPlainDay } from '../language/figures';
import { fill, type Wording } from '../language/wording';
import { formatValue } from '../policy/formatValue';
import { formatLine, formatText } from './format';
import type { ShownControl } from './shownControl';

const MOST_SHOWN = 200;

/** The words that a value was taken from, and whether they are in the source. */
export function writeQuote(
	{ quote, source, verified }: Pick<Proposal, 'quote' | 'source' | 'verified'>,
	wording: Wording,
): Markup {
	const from = fill(wording.quoteFrom, { source: formatLine(source) });
	const said = verified ? wording.quoteVerified : wording.quoteMissing;
	return html`<blockquote class="quote"><p>“${formatText(quote)}”</p></blockquote>
		<p>${from}. ${said}</p>`;
}

/** By which a control names its proposal. */
export const proposalId = (name: string): string => `${name}.proposed`;

/** A value in the words and signs of the language; as it is where it is none of these. */
function asRead(value: unknown, wording: Wording): string {
	if (typeof value === 'boolean') return value ? wording.valueYes : wording.valueNo;
	if (typeof value === 'number') return formatNumber(value, wording);
	return formatPlainDay(formatValue(value, MOST_SHOWN), wording);
}

/** What marks a value as proposed, beneath its control. */
export function writeControlProposal(
	{ name, proposal }: Pick<ShownControl, 'name' | 'proposal'>,
	wording: Wording,
): Markup | undefined {
	if (proposal === undefined) return undefined;
	return html`<div class="proposed" id="${proposalId(name)}">
		<p>
			<span class="tag open">${wording.proposalsTitle}</span>
			<span dir="auto">${formatLine(asRead(proposal.value, wording))}</span>
		</p>
		${writeQuote(proposal, wording)}
	</div>`;
}
