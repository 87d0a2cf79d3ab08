import { html, type Markup } from '../base/html';
import { fill } from '../language/wording';
import { fillPageText, formatLine, formatText } from '../page/format';
import { writeErrors } from '../page/formErrors';
import type { Page } from '../page/model';
import { writeRecordLink } from '../page/recordLink';
import { wrapPage, writeLogo } from '../page/shell';
import { formatExpected, formatFinding } from '../wording/formatFinding';
import { formatExpiry } from '../wording/formatTime';
import { writeApprovalForm } from './approvalFields';
import type { ApprovalPageModel } from './approvalModel';

/**
 * The page on which one approver grants or refuses an exception. It changes nothing by being opened;
 * its form posts to the address it was read from. No script, nothing loaded from elsewhere.
 *
 * @returns status 200, or 422 with the errors on top when the model carries some
 */
export function renderApprovalPage(model: ApprovalPageModel): Page {
	const { wording, errors, policy } = model;
	const body = html`
		<a class="skip" href="#decide">${wording.skipToDecision}</a>
		<div class="page">
			${writeHeader(model)}
			<main>${writeErrors(model)}${writeGap(model)}${writeApprovalForm(model)}</main>
			<footer>
				${fill(wording.agreement, { policy: formatLine(policy.name), version: formatLine(policy.version) })}
			</footer>
		</div>
	`;
	const title = errors.length > 0 ? wording.errorTitle : wording.approvalPageTitle;
	const status = errors.length > 0 ? 422 : 200;
	return wrapPage(model, { layout: 'decision', status, title: fillPageText(model, title), body });
}

function writeHeader(model: ApprovalPageModel): Markup {
	const { wording, asked, timezone } = model;
	const asker = formatLine(asked.by.name || asked.by.email);
	return html`<header>
		<p class="kicker">
			${writeLogo(model.branding)}<span dir="auto">${fillPageText(model, wording.kicker)}</span>
		</p>
		<h1 dir="auto">${formatLine(model.title) || '–'}</h1>
		<p class="lede">${fillPageText(model, wording.approvalLede, { asker })}</p>
		<dl class="glance">
			<div>
				<dt>${wording.approvalAsker}</dt>
				<dd dir="auto">${asker}</dd>
			</div>
			<div>
				<dt>${wording.approvalUntil}</dt>
				<dd>${formatExpiry(asked.expiresAt, timezone, wording)}</dd>
			</div>
			${writeRecordLink(model)}
		</dl>
	</header>`;
}

function writeGap({ wording, gap, asked }: ApprovalPageModel): Markup {
	const lines = [
		...(gap.seen === '' ? [] : [fill(wording.seen, { seen: formatText(gap.seen) })]),
		fill(wording.expected, { expected: formatText(formatExpected(gap, wording)) }),
	];
	return html`<section class="sheet" aria-labelledby="gap-title">
		<h2 id="gap-title">${wording.approvalGap}</h2>
		<div class="finding">
			<h3 dir="auto">${formatLine(formatFinding(gap, wording))}</h3>
			<p dir="auto">${lines.join(' · ')}</p>
			<h3>${wording.approvalReason}</h3>
			<blockquote class="quote"><p>${formatText(asked.reason)}</p></blockquote>
		</div>
	</section>`;
}
