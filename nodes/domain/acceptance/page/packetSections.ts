import { html, type Markup } from '../../html';
import { readSafeUrl } from '../../message/safeUrl';
import type { Finding } from '../../readiness/verdict';
import type { DecisionPageModel, ShownChanges, ShownProposal } from './model';
import { sayTime, sayTitle, sayValue, sayWith, writeTime } from './say';
import { fill } from './wording';

/** More rows than these are for the record, not for the page. */
const MOST_ROWS = 200;

const restOf = (model: DecisionPageModel, rows: readonly unknown[]): Markup =>
	rows.length <= MOST_ROWS
		? html``
		: html`<p class="note">
				${fill(model.wording.moreEntries, { count: rows.length - MOST_ROWS })}
			</p>`;

/** A link to elsewhere; a text when its address is not a safe one. */
export function writeLink(model: DecisionPageModel, label: string, address: string): Markup {
	const url = readSafeUrl(address);
	return url === undefined
		? html`${label}`
		: html`<a
				href="${url}"
				target="_blank"
				rel="noopener noreferrer"
				aria-label="${label} (${model.wording.opensNewTab})"
				>${label} <span aria-hidden="true">↗</span></a
			>`;
}

/** What the receiver gets to see of the record. */
export function writePacket(model: DecisionPageModel): Markup {
	const { packet, wording } = model;
	if (packet.length === 0) return html``;
	const rows = packet.slice(0, MOST_ROWS).map(({ label, value }) => {
		const said = sayValue(value);
		const shown =
			said === ''
				? html`<dd class="empty">${wording.emptyValue}</dd>`
				: html`<dd class="value">${said}</dd>`;
		return html`<div>
			<dt dir="auto">${sayTitle(label)}</dt>
			${shown}
		</div>`;
	});
	return html`<section class="sheet" aria-labelledby="packet-title">
		<h2 id="packet-title">${wording.packetTitle}</h2>
		<dl class="packet">${rows}</dl>
		${restOf(model, packet)}
	</section>`;
}

function writeFinding(model: DecisionPageModel, finding: Finding): Markup {
	const { wording, timezone } = model;
	const { waiver } = finding;
	const lines = [
		fill(wording.expected, { expected: sayValue(finding.expected) }),
		finding.seen === '' ? '' : fill(wording.seen, { seen: sayValue(finding.seen) }),
		waiver === undefined ? fill(wording.fixer, { fixer: sayTitle(finding.fixer) }) : '',
	].filter((line) => line !== '');
	const granted =
		waiver &&
		fill(wording.waivedBy, {
			approver: sayTitle(waiver.approvedBy),
			until: sayUntil(waiver.expiresAt, timezone, model),
			reason: sayValue(waiver.reason),
		});
	const tag = waiver
		? html`<span class="tag waived">${wording.findingWaived}</span>`
		: html`<span class="tag open">${wording.findingOpen}</span>`;
	return html`<li class="finding">
		<div class="head">
			<h3 dir="auto">${sayTitle(finding.label)} ${sayTitle(finding.problem)}</h3>
			${tag}
		</div>
		${granted !== undefined && html`<p class="strong">${granted}</p>`}
		<p>${lines.join(' · ')}</p>
	</li>`;
}

/** An expiry as the policy keeps it: an instant is said in the zone, a plain date stays as it is. */
function sayUntil(expiresAt: string, timezone: string, { wording }: DecisionPageModel): string {
	const at = expiresAt.includes('T') ? Date.parse(expiresAt) : Number.NaN;
	return Number.isNaN(at) ? sayTitle(expiresAt) : sayTime(at, timezone, wording);
}

/** Warnings and granted exceptions: what is not as agreed, said openly. */
export function writeFindings(model: DecisionPageModel): Markup {
	const { findings, wording } = model;
	if (findings.length === 0) return html``;
	const rows = findings.slice(0, MOST_ROWS).map((finding) => writeFinding(model, finding));
	return html`<section class="sheet" aria-labelledby="findings-title">
		<h2 id="findings-title">${wording.findingsTitle}</h2>
		<p class="note">${sayWith(model, wording.findingsLede)}</p>
		<ul class="plain">
			${rows}
		</ul>
		${restOf(model, findings)}
	</section>`;
}

function writeProposal({ wording }: DecisionPageModel, proposal: ShownProposal): Markup {
	const said = proposal.verified ? wording.quoteVerified : wording.quoteMissing;
	const from = fill(wording.quoteFrom, { source: sayTitle(proposal.source) });
	return html`<li class="finding">
		<h3 dir="auto">${sayTitle(proposal.label)}: ${sayValue(proposal.value)}</h3>
		<blockquote class="quote"><p>“${sayValue(proposal.quote)}”</p></blockquote>
		<p>${from}. ${said}</p>
	</li>`;
}

/** Values that were read from a text and that nobody has confirmed, with their source. */
export function writeProposals(model: DecisionPageModel): Markup {
	const { proposals, wording } = model;
	if (proposals.length === 0) return html``;
	const rows = proposals.slice(0, MOST_ROWS).map((proposal) => writeProposal(model, proposal));
	return html`<section class="sheet" aria-labelledby="proposals-title">
		<h2 id="proposals-title">${wording.proposalsTitle}</h2>
		<p class="note">${wording.proposalsLede}</p>
		<ul class="plain">
			${rows}
		</ul>
		${restOf(model, proposals)}
	</section>`;
}

const changeList = (title: string, look: string, labels: readonly string[]): Markup =>
	labels.length === 0
		? html``
		: html`<div class="${look}">
				<h3>${title}</h3>
				<ul class="plain">
					${labels.slice(0, MOST_ROWS).map((label) => html`<li dir="auto">${sayTitle(label)}</li>`)}
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
				html`<li>${writeTime(at, model)}<span dir="auto">${sayValue(text)}</span></li>`,
		);
	return html`<details class="history">
		<summary>${wording.historyTitle}</summary>
		<ol>
			${rows}
		</ol>
	</details>`;
}
