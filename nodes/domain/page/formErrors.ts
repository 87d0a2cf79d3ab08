import { html, type Markup } from '../base/html';
import { formatError } from './fieldError';
import type { FormBasis } from './model';

/** What is wrong with the form, first thing on the page, each with a way to its field. */
export function writeErrors({ errors, wording }: FormBasis): Markup {
	if (errors.length === 0) return html``;
	const rows = errors.map(
		(error) => html`<li><a href="#${error.name}">${formatError(wording, error)}</a></li>`,
	);
	return html`<div class="problems" role="alert" tabindex="-1" autofocus>
		<h2>${wording.errorsTitle}</h2>
		<ul>
			${rows}
		</ul>
	</div>`;
}
