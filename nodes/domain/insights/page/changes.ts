import { html, type Markup } from '../../base/html';
import { formatChanges } from '../change/formatChanges';
import type { Report } from '../report';

/** What changed, and what it did; nothing where there is too little to tell. */
export function writeWhatChanged({ changes, totals, timezone }: Report): Markup | undefined {
	const told = formatChanges(changes, timezone);
	if (told.length === 0 && totals.firstPass.share === undefined) return undefined;
	return html`<section aria-labelledby="changed">
		<h2 id="changed">What changed</h2>
		${
			told.length === 0
				? html`<p class="note">${NOTHING_CHANGED}</p>`
				: html`<ul class="sheet changes">
						${told.map(
							({ title, text }) =>
								html`<li>
									<h3>${title}</h3>
									<p>${text}</p>
								</li>`,
						)}
					</ul>`
		}
	</section>`;
}

const NOTHING_CHANGED =
	'No policy has a new version, and what differs from week to week or from day to day may be chance.';
