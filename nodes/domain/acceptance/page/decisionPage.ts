import { html, type Markup } from '../../base/html';
import { writeCorrected } from './correctedSections';
import { writeForm } from './decisionFields';
import type { Page } from '../../page/model';
import type { DecisionPageModel } from './model';
import { writeFindings, writeProposals } from './findingSections';
import { writeChanges, writeHistory, writePacket } from './packetSections';
import { writeRecordLink } from '../../page/recordLink';
import { writeQuestions } from './questionSections';
import { formatDistance, formatLine, fillPageText, writeTime } from '../../page/format';
import { wrapPage, writeLogo } from '../../page/shell';
import { writeErrors } from '../../page/formErrors';
import { fill } from '../../language/wording';

function writeHeader(model: DecisionPageModel): Markup {
	const { wording, attempt, now, respondBy } = model;
	const again = attempt > 1 && html`<span class="tag">${fill(wording.attempt, { attempt })}</span>`;
	const late = now > respondBy && html` <span class="tag late">${wording.overdue}</span>`;
	const away = formatDistance(respondBy, now, wording);
	return html`<header>
		<p class="kicker">
			${writeLogo(model.branding)}<span dir="auto">${fillPageText(model, wording.kicker)}</span
			>${again}
		</p>
		<h1 dir="auto">${formatLine(model.title) || '–'}</h1>
		<p class="lede">${fillPageText(model, wording.lede)}</p>
		<dl class="glance">
			<div>
				<dt>${wording.respondBy}</dt>
				<dd>${writeTime(respondBy, model)} <span class="mark">${away}</span>${late}</dd>
			</div>
			${writeSender(model)}${writeRecordLink(model)}
		</dl>
	</header>`;
}

function writeSender({ wording, senderName }: DecisionPageModel): Markup {
	if (senderName === '') return html``;
	return html`<div>
		<dt>${wording.handedOverBy}</dt>
		<dd dir="auto">${formatLine(senderName)}</dd>
	</div>`;
}

/** The sections that have something to say; beside the form where there is room. */
function writeReading(model: DecisionPageModel): Markup[] {
	const { changes } = model;
	return [
		...(changes === undefined ? [] : [writeChanges(model, changes)]),
		writeQuestions(model, model.questions),
		writePacket(model),
		writeFindings(model),
		writeProposals(model),
	].filter(({ text }) => text !== '');
}

/**
 * The page on which one receiver reviews a handoff and decides. It changes nothing by being
 * opened; its form posts to the address it was read from. No script, nothing loaded from elsewhere.
 *
 * @returns status 200, or 422 with the errors on top when the model carries some
 */
export function renderDecisionPage(model: DecisionPageModel): Page {
	const { wording, errors, policy } = model;
	const failed = errors.length > 0;
	const reading = writeReading(model);
	const look = reading.length > 0 ? 'page wide' : 'page';
	const body = html`
		<a class="skip" href="#decide">${wording.skipToDecision}</a>
		<div class="${look}">
			${writeHeader(model)}
			<main>
				${writeErrors(model)}${writeCorrected(model)}
				${reading.length > 0 && html`<div class="reading">${reading}</div>`}
				${writeForm(model)}${writeHistory(model)}
			</main>
			<footer>
				${fill(wording.agreement, { policy: formatLine(policy.name), version: formatLine(policy.version) })}
			</footer>
		</div>
	`;
	return wrapPage(model, {
		layout: 'decision',
		status: failed ? 422 : 200,
		title: fillPageText(model, failed ? wording.errorTitle : wording.pageTitle),
		body,
	});
}
