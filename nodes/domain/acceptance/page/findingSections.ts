import { html, type Markup } from '../../base/html';
import type { Finding } from '../../handoff/verdict';
import type { DecisionPageModel, ShownProposal } from './model';
import { MOST_ROWS, writeRest } from './packetSections';
import { writeQuote } from '../../page/controlProposal';
import { formatLine, formatText, fillPageText } from '../../page/format';
import { formatExpiry } from '../../wording/formatTime';
import { formatExpected, formatFinding } from '../../wording/formatFinding';
import { teamName } from '../../wording/teams';
import { fill } from '../../language/wording';

function writeFinding(model: DecisionPageModel, finding: Finding): Markup {
	const { wording, timezone } = model;
	const { waiver } = finding;
	const lines = [
		fill(wording.expected, { expected: formatText(formatExpected(finding, wording)) }),
		finding.seen === '' ? '' : fill(wording.seen, { seen: formatText(finding.seen) }),
		waiver === undefined ? fill(wording.fixer, { fixer: formatFixer(model, finding) }) : '',
	].filter((line) => line !== '');
	const granted =
		waiver &&
		fill(wording.waivedBy, {
			approver: formatLine(waiver.approvedBy),
			until: formatExpiry(waiver.expiresAt, timezone, wording),
			reason: formatText(waiver.reason),
		});
	const tag = waiver
		? html`<span class="tag waived">${wording.findingWaived}</span>`
		: html`<span class="tag open">${wording.findingOpen}</span>`;
	return html`<li class="finding">
		<div class="head">
			<h3 dir="auto">${formatLine(formatFinding(finding, wording))}</h3>
			${tag}
		</div>
		${granted !== undefined && html`<p class="strong">${granted}</p>`}
		<p>${lines.join(' · ')}</p>
	</li>`;
}

/** A side of the handoff by the name of its team; anybody else as the policy names them. */
function formatFixer(
	{ senderTeam: sender, receiverTeam: receiver, wording }: DecisionPageModel,
	{ fixer }: Finding,
): string {
	const isSide = fixer === 'sender' || fixer === 'receiver';
	return formatLine(isSide ? teamName(fixer, { sender, receiver }, wording) : fixer);
}

/** Warnings and granted exceptions: what is not as agreed, said openly. */
export function writeFindings(model: DecisionPageModel): Markup {
	const { findings, wording } = model;
	if (findings.length === 0) return html``;
	const rows = findings.slice(0, MOST_ROWS).map((finding) => writeFinding(model, finding));
	return html`<section class="sheet" aria-labelledby="findings-title">
		<h2 id="findings-title">${wording.findingsTitle}</h2>
		<p class="note">${fillPageText(model, wording.findingsLede)}</p>
		<ul class="plain">
			${rows}
		</ul>
		${writeRest(model, findings)}
	</section>`;
}

function writeProposal({ wording }: DecisionPageModel, proposal: ShownProposal): Markup {
	return html`<li class="finding">
		<h3 dir="auto">${formatLine(proposal.label)}: ${formatText(proposal.value)}</h3>
		${writeQuote(proposal, wording)}
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
		${writeRest(model, proposals)}
	</section>`;
}
