import { html, type Markup } from '../../base/html';
import type { Report } from '../report';
import type { Rate, Spread } from '../rate';
import {
	formatCounts,
	formatInterval,
	formatMedian,
	formatP90,
	formatShare,
} from '../formatFigures';
import { formatBefore } from '../change/formatBefore';
import { formatSilentTeams } from '../silentTeams';
import { drawReach } from './charts';

/** The figures that a reader looks for first. */
export const writeTiles = (report: Report): Markup =>
	html`<dl class="tiles">
		${rateTile('Accepted at the first attempt', report.totals.firstPass, [formatBefore(report, 'firstPass')])}
		${rateTile('Ready at the first look', report.totals.readyAtFirstLook)}
		${rateTile('Returned', report.totals.returned, [formatBefore(report, 'returned')])}
		${rateTile('Answered in time', report.totals.answeredInTime, [formatBefore(report, 'answeredInTime')])}
		${rateTile('Left unanswered', report.totals.unanswered, [formatSilentTeams(report), formatBefore(report, 'unanswered')])}
		${spreadTile('Receiving team has the ball', report.totals.receiverMinutes)}
		${spreadTile('Sending team has the ball', report.totals.senderMinutes)}
	</dl>`;

function rateTile(label: string, rate: Rate, notes: readonly string[] = []): Markup {
	const interval = formatInterval(rate);
	return html`<div class="tile">
		<dt>${label}</dt>
		<dd>
			<span class="value ${rate.share === undefined && 'none'}">${formatShare(rate)}</span>
			${drawReach(rate)}
			<span class="basis">${formatCounts(rate)}${interval !== '' && `; likely ${interval}`}</span>
			${notes.filter((note) => note !== '').map((note) => html`<span class="basis">${note}</span>`)}
		</dd>
	</div>`;
}

const spreadTile = (label: string, spread: Spread): Markup =>
	html`<div class="tile">
		<dt>${label}</dt>
		<dd>
			<span class="value ${spread.median === undefined && 'none'}">${formatMedian(spread)}</span>
			<span class="basis"
				>${
					spread.median === undefined
						? `${spread.n} accepted`
						: `median of ${spread.n} accepted; nine in ten within ${formatP90(spread)}`
				}</span
			>
		</dd>
	</div>`;
