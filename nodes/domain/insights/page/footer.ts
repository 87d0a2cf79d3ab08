import { html, type Markup } from '../../base/html';
import { formatInstantInZone } from '../../base/instant';
import type { Report } from '../report';
import { formatMedian, formatRate } from '../formatFigures';

/** The other figures, and how each is counted. */
export function writeFooter({ totals, rows, generatedAt, timezone, people }: Report): Markup {
	const { unanswered, waived, conflicts, escapes, clocksInTime } = totals;
	const { closeToAcceptedMinutes, closeToAcceptedBusinessMinutes } = totals;
	const { acceptedBeforeClose, backAfterAccepted, returnedAfterAccepted } = totals;
	return html`<footer>
		<h2>The other figures, and how they are counted</h2>
		<dl>
			${term('Returned although ready', formatRate(escapes), 'Returns that the gate had found ready / all returns with a verdict.')}
			${term('Left unanswered', formatRate(unanswered), 'Attempts that nobody answered / attempts that have ended.')}
			${term('Waived', formatRate(waived), 'Handoffs with a waived requirement / handoffs that the gate saw.')}
			${term('Sources in conflict', formatRate(conflicts), 'Handoffs whose systems disagree / handoffs whose systems were compared.')}
			${term('Clocks met', formatRate(clocksInTime), 'Clocks of SLA Timer that were met / met or breached.')}
			${term('From close to acceptance', formatMedian(closeToAcceptedMinutes), 'Median by the wall clock, where the policy says when the deal closed.')}
			${term('The same in working hours', formatMedian(closeToAcceptedBusinessMinutes), 'Median in the working hours of the receiving team, with the policy at hand.')}
			${term('Accepted before the close', formatRate(acceptedBeforeClose), 'Accepted before the deal was closed / accepted of which the close is known.')}
			${term('Back after acceptance', formatRate(backAfterAccepted), 'Accepted, and later at the gate again for another attempt / accepted.')}
			${term('Returned after acceptance', formatRate(returnedAfterAccepted), 'Accepted, and returned all the same later / accepted.')}
			${term('Accepted at the first attempt', '', 'Accepted on attempt 1 / handoffs whose attempt 1 has ended.')}
			${term('Returned', '', 'Returned / attempts that were accepted, returned or left unanswered.')}
			${term('Answered in time', '', 'Decided by the first deadline given / attempts decided, or past that deadline.')}
			${term('“likely”', '', 'The true share lies there 95 times in 100 (Wilson score interval).')}
			${term('“too few”', '', 'No share, median or interval is given of fewer than ten cases.')}
		</dl>
		<p>
			${rows.counted} rows counted.
			${people === undefined && 'No person is named or measured here.'} Written
			${formatInstantInZone(Date.parse(generatedAt), timezone)}.
		</p>
	</footer>`;
}

const term = (name: string, value: string, meaning: string): Markup =>
	html`<div>
		<dt>${name}${value !== '' && `: ${value}`}</dt>
		<dd>${meaning}</dd>
	</div>`;
