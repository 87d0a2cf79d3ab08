import { html, type Markup } from '../base/html';
import { systemName } from '../base/systemName';
import { fill } from '../language/wording';
import { readSafeUrl } from '../message/safeUrl';
import { formatLine } from './format';
import type { PageBasis } from './model';

/** A link to elsewhere; a text when its address is not a safe one. */
export function writeLink(
	{ wording }: Pick<PageBasis, 'wording'>,
	label: string,
	address: string,
): Markup {
	const url = readSafeUrl(address);
	return url === undefined
		? html`${label}`
		: html`<a
				href="${url}"
				target="_blank"
				rel="noopener noreferrer"
				aria-label="${label} (${wording.opensNewTab})"
				>${label} <span aria-hidden="true">↗</span></a
			>`;
}

interface RecordOnPage extends Pick<PageBasis, 'wording'> {
	recordUrl: string;
	recordSystem: string;
}

/** Where the record is, as one of the facts at the head of a page. */
export function writeRecordLink(model: RecordOnPage): Markup {
	const { wording, recordUrl, recordSystem } = model;
	if (recordUrl === '') return html``;
	const system = systemName(formatLine(recordSystem));
	const open =
		system === undefined ? wording.openPlainRecord : fill(wording.openRecord, { system });
	return html`<div>
		<dt>${wording.record}</dt>
		<dd>${writeLink(model, open, recordUrl)}</dd>
	</div>`;
}
