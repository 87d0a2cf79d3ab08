import { html, type HtmlValue } from '../base/html';
import { fillPageText } from './format';
import type { Page, PageBasis } from './model';
import { wrapPage, writeLogo } from './shell';

/** What a page says that ends a visit. */
export interface ClosingTexts {
	/** Of the answer, by HTTP. */
	status: number;
	/** One character, decorative. */
	sign: string;
	title: string;
	/** Paragraphs; those without a text are left out. */
	lines: readonly string[];
	more?: HtmlValue;
}

/** Writes a page that ends a visit, without a form. It stands on its own whatever its headers are. */
export function renderClosing(
	basis: PageBasis,
	{ status, sign, title, lines, more = '' }: ClosingTexts,
): Page {
	const { wording, branding } = basis;
	const said = lines.filter((line) => line !== '');
	const body = html`
		<main class="page closing">
			<div>
				<p class="kicker">
					${writeLogo(branding)}<span dir="auto">${fillPageText(basis, wording.kicker)}</span>
				</p>
				<div class="sign" aria-hidden="true">${sign}</div>
				<h1>${title}</h1>
				${said.map((line) => html`<p class="lede" dir="auto">${line}</p>`)} ${more}
				<p class="note">${wording.closeWindow}</p>
			</div>
		</main>
	`;
	return wrapPage(basis, { layout: 'closing', status, title, body });
}
