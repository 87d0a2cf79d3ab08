import { html, type Markup } from '../../base/html';
import type { PageBasis } from '../../page/model';
import type { DecisionPageModel, ShownChanges, ShownEntry } from './model';
import { formatLine, formatText, writeTime } from '../../page/format';
import { writeLink } from '../../page/recordLink';
import { inWords, say } from '../../language/sentence';
import { fill } from '../../language/wording';

/** More rows than these are for the record, not for the page. */
export const MOST_ROWS = 200;

/** Says how many rows are left out, when some are. */
export const writeRest = (model: PageBasis, rows: readonly unknown[]): Markup =>
	rows.length <= MOST_ROWS
		? html``
		: html`<p class="note">
				${inWords(say('moreEntries', { count: rows.length - MOST_ROWS }), model.wording)}
			</p>`;

/** What the receiver gets to see of the record. */
export function writePacket(model: PageBasis & { packet: readonly ShownEntry[] }): Markup {
	const { packet, wording } = model;
	if (packet.length === 0) return html``;
	const rows = packet.slice(0, MOST_ROWS).map(({ label, value, link, corrected }) => {
		const said = link === undefined ? formatText(value) : writeLink(model, link.label, link.url);
		const shown =
			said === ''
				? html`<dd class="empty">${wording.emptyValue}</dd>`
				: html`<dd class="value">${said}</dd>`;
		const from = formatLine(corrected?.from ?? '') || wording.noValue;
		const note =
			corrected &&
			html`<dd class="note">
				${fill(wording.correctedBy, { name: formatLine(corrected.name), from })}
			</dd>`;
		return html`<div>
			<dt dir="auto">${formatLine(label)}</dt>
			${shown}${note}
		</div>`;
	});
	return html`<section class="sheet" aria-labelledby="packet-title">
		<h2 id="packet-title">${wording.packetTitle}</h2>
		<dl class="packet">${rows}</dl>
		${writeRest(model, packet)}
	</section>`;
}

const changeList = (title: string, look: string, labels: readonly string[]): Markup =>
	labels.length === 0
		? html``
		: html`<div class="${look}">
				<h3>${title}</h3>
				<ul class="plain">
					${labels.slice(0, MOST_ROWS).map((label) => html`<li dir="auto">${formatLine(label)}</li>`)}
				</ul>
			</div>`;

/** What is different from the attempt before. */
export function writeChanges({ wording }: DecisionPageModel, changes: ShownChanges): Markup {
	const { attempt, changed, fixed, stillOpen, newlyOpen } = changes;
	const title = fill(wording.changesTitle, { attempt });
	const lists = [
		changeList(wording.changedFixed, 'fixed', fixed),
		changeList(wording.changedStillOpen, 'still', stillOpen),
		changeList(wording.changedNewlyOpen, 'still', newlyOpen),
	];
	return html`<section class="sheet" aria-labelledby="changes-title">
		<h2 id="changes-title">${title}</h2>
		${!changed && html`<p class="note">${wording.nothingChanged}</p>`}
		<div class="changes">${lists}</div>
	</section>`;
}

/** What has happened with this handoff so far, oldest first. */
export function writeHistory(model: DecisionPageModel): Markup {
	const { history, wording } = model;
	if (history.length === 0) return html``;
	const rows = history
		.slice(-MOST_ROWS)
		.map(
			({ at, text }) =>
				html`<li>${writeTime(at, model)}<span dir="auto">${formatText(text)}</span></li>`,
		);
	return html`<details class="history">
		<summary>${wording.historyTitle}</summary>
		<ol>
			${rows}
		</ol>
	</details>`;
}
