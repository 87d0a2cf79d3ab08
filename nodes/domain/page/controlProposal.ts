import { html, type Markup } from '../base/html';
import type { Proposal } from '../handoff/verdict';
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

/** What marks a value as proposed, beneath its control. */
export function writeControlProposal(
	{ proposal }: Pick<ShownControl, 'proposal'>,
	wording: Wording,
): Markup {
	if (proposal === undefined) return html``;
	return html`<div class="proposed">
		<p>
			<span class="tag open">${wording.proposalsTitle}</span>
			<span dir="auto">${formatLine(formatValue(proposal.value, MOST_SHOWN))}</span>
		</p>
		${writeQuote(proposal, wording)}
	</div>`;
}
