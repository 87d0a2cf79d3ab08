import { html, type Markup } from '../../base/html';
import { formatText } from '../../page/format';
import type { PageBasis } from '../../page/model';

/** A question with what came of it, in the words of the page. */
export interface ShownQuestion {
	/** Who asked, when, and about what. */
	asked: string;
	text: string;
	/** Who answered and when, and what. */
	answered?: { said: string; text: string };
	/** What is to say while there is no answer, or when none came. */
	note?: string;
}

const writeQuote = (text: string): Markup =>
	html`<blockquote class="quote" dir="auto"><p>${formatText(text)}</p></blockquote>`;

/** What was asked so far and answered, oldest first. */
export function writeQuestions(
	{ wording }: PageBasis,
	questions: readonly ShownQuestion[],
): Markup {
	if (questions.length === 0) return html``;
	const rows = questions.map(
		({ asked, text, answered, note }) =>
			html`<div class="finding">
				<p class="strong" dir="auto">${asked}</p>
				${writeQuote(text)}
				${
					answered &&
					html`<p class="strong" dir="auto">${answered.said}</p>
						${writeQuote(answered.text)}`
				}
				${note !== undefined && html`<p dir="auto">${note}</p>`}
			</div>`,
	);
	return html`<section class="sheet" aria-labelledby="questions-title">
		<h2 id="questions-title">${wording.questionsTitle}</h2>
		${rows}
	</section>`;
}
