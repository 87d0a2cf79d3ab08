import { html, type Markup } from '../../base/html';
import { fill } from '../../language/wording';
import { fieldErrorFor, writeRequiredMark } from '../../page/fieldError';
import { FORM_LIMITS } from '../../page/formError';
import { writeErrors } from '../../page/formErrors';
import { fillPageText, formatDistance, formatLine, writeTime } from '../../page/format';
import type { Page } from '../../page/model';
import { writeRecordLink } from '../../page/recordLink';
import { wrapPage, writeLogo } from '../../page/shell';
import { writeTextField } from '../../page/textField';
import { writeGap } from './gapField';
import type { FixPageModel } from './model';

/**
 * The page on which one fixer supplies what is missing. It changes nothing by being opened; its form
 * posts to the address it was read from. No script, nothing loaded from elsewhere.
 *
 * @param status 200, 422 when the form was refused, or 409 when somebody else was quicker
 */
export function renderFixPage(
	model: FixPageModel,
	status = model.errors.length > 0 ? 422 : 200,
): Page {
	const { wording, errors, policy } = model;
	const body = html`
		<a class="skip" href="#decide">${wording.gapTitle}</a>
		<div class="page">
			${writeHeader(model)}
			<main>${writeErrors(model)}${writeForm(model)}</main>
			<footer>
				${fill(wording.agreement, { policy: formatLine(policy.name), version: formatLine(policy.version) })}
			</footer>
		</div>
	`;
	const title = errors.length > 0 ? wording.errorTitle : wording.gapPageTitle;
	return wrapPage(model, { layout: 'decision', status, title: fillPageText(model, title), body });
}

function writeHeader(model: FixPageModel): Markup {
	const { wording, now, respondBy } = model;
	const late = now > respondBy && html` <span class="tag late">${wording.overdue}</span>`;
	const away = formatDistance(respondBy, now, wording);
	return html`<header>
		<p class="kicker">
			${writeLogo(model.branding)}<span dir="auto">${fillPageText(model, wording.kicker)}</span>
		</p>
		<h1 dir="auto">${formatLine(model.title) || '–'}</h1>
		<p class="lede">${fillPageText(model, wording.gapLede)}</p>
		<dl class="glance">
			<div>
				<dt>${wording.gapRespondBy}</dt>
				<dd>${writeTime(respondBy, model)} <span class="mark">${away}</span>${late}</dd>
			</div>
			${writeRecordLink(model)}
		</dl>
	</header>`;
}

function writeForm(model: FixPageModel): Markup {
	const { wording, gaps, reader, typed } = model;
	return html`<form
		class="sheet decide"
		id="decide"
		method="post"
		novalidate
		aria-labelledby="decide-title"
	>
		<h2 id="decide-title">${wording.gapTitle}</h2>
		${gaps.map((gap) => writeGap(model, gap))} ${writeComment(model)}
		${writeTextField(model, {
			name: 'name',
			label: wording.name,
			hint: fillPageText(model, wording.gapNameHint, {
				reader: formatLine(reader.name || reader.email),
			}),
			type: 'text',
			value: typed.name,
			autocomplete: 'name',
			limit: FORM_LIMITS.name,
		})}
		<div class="actions">
			<button type="submit">${wording.gapSubmit}</button>
			<p class="submit-hint">${wording.gapSubmitHint}</p>
		</div>
	</form>`;
}

function writeComment(model: FixPageModel): Markup {
	const { words, attributes } = fieldErrorFor(model, 'comment');
	return html`<div class="block">
		<label class="label" for="comment"
			>${model.wording.gapComment} ${writeRequiredMark(model.wording, false)}</label
		>${words}<textarea
			name="comment"
			id="comment"
			rows="2"
			dir="auto"
			maxlength="${FORM_LIMITS.comment}"
			${attributes}
		>
${model.typed.comment}</textarea>
	</div>`;
}
