import { html, type Markup } from '../../base/html';
import type { Measures } from '../figures';
import type { Rate, Spread } from '../rate';
import {
	formatCounts,
	formatInterval,
	formatMedian,
	formatP90,
	formatShare,
} from '../formatFigures';
import { drawReach } from './charts';

/** The six figures that a reader looks for first. */
export const writeTiles = (measures: Measures): Markup =>
	html`<dl class="tiles">
		${rateTile('Accepted at the first attempt', measures.firstPass)}
		${rateTile('Ready at the first look', measures.readyAtFirstLook)}
		${rateTile('Returned', measures.returned)}
		${rateTile('Answered in time', measures.answeredInTime)}
		${spreadTile('Receiving team has the ball', measures.receiverMinutes)}
		${spreadTile('Sending team has the ball', measures.senderMinutes)}
	</dl>`;

function rateTile(label: string, rate: Rate): Markup {
	const interval = formatInterval(rate);
	return html`<div class="tile">
		<dt>${label}</dt>
		<dd>
			<span class="value ${rate.share === undefined && 'none'}">${formatShare(rate)}</span>
			${drawReach(rate)}
			<span class="basis">${formatCounts(rate)}${interval !== '' && `; likely ${interval}`}</span>
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
