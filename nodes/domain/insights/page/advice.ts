import { html, type Markup } from '../../base/html';
import type { Report } from '../report';
import { formatNoAdvice } from '../formatNoAdvice';
import { formatCounts, formatRate, formatShare } from '../formatFigures';
import type { BacktestFigure, PolicyChange, Suggestion } from '../suggestion';

const MOST_SHOWN = 7;

/** The rules to change next, each with its evidence and the change to paste. */
export function writeAdvice(suggestions: readonly Suggestion[], report: Report): Markup {
	const several = report.byPolicy.length > 1;
	return html`<section aria-labelledby="next">
		<h2 id="next">The rule to change next</h2>
		${
			suggestions.length === 0
				? html`<p class="note">${formatNoAdvice(report)}</p>`
				: html`<p class="note">Change one, and look again in a few weeks.</p>
						<ol class="advice">
							${suggestions.slice(0, MOST_SHOWN).map((suggestion) => writeOne(suggestion, several))}
						</ol>`
		}
	</section>`;
}

const writeOne = (
	{ title, evidence, against, backtest, change, policyId }: Suggestion,
	several: boolean,
): Markup =>
	html`<li>
		<h3>${title} ${several && html`<span class="policy">${policyId}</span>`}</h3>
		<p>${evidence}</p>
		${against !== '' && html`<p class="against"><b>Against it:</b> ${against}</p>`}
		<div class="backtest">
			<h4>What it would have done to last quarter’s handoffs</h4>
			<p>${backtest.text}</p>
			${backtest.figures.length > 0 && html`<dl>${backtest.figures.map(writeFigure)}</dl>`}
		</div>
		${change !== undefined && writeChange(change)}
	</li>`;

const writeChange = ({ place, json }: PolicyChange): Markup =>
	html`<details>
		<summary>The change to “${place || 'a policy of its own'}”, to paste</summary>
		<pre>${JSON.stringify(json, null, 2)}</pre>
	</details>`;

const writeFigure = ({ label, rate, atMost }: BacktestFigure): Markup =>
	html`<div>
		<dt>${label}</dt>
		<dd>${atMost ? `at most ${formatShare(rate)} (${formatCounts(rate)})` : formatRate(rate)}</dd>
	</div>`;
