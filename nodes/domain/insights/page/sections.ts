import { html, type Markup } from '../../base/html';
import type { Report } from '../buildReport';
import { formatWeek } from '../week';
import { drawWeeks } from './charts';
import { writeTable, type PageTable } from './table';
import { fieldTable, peopleTable, problemTable, reasonTable, requirementTable } from './tables';
import { policyTable, teamTable, weekTable } from './groupTables';

/** Half a year of weeks is what a line can show; the table has them all. */
const MOST_WEEKS = 26;

/** The body of the report: each question with its picture and its figures. */
export const writeSections = (report: Report): Markup =>
	html`${writeWeeks(report)}
	${writeSection(
		{ id: 'reasons', title: 'Why handoffs come back', note: KEY_OF_RETURNS },
		reasonTable(report),
	)}
	${writeSection(
		{ id: 'fields', title: 'Which fields they come back for', note: KEY_OF_RETURNS },
		fieldTable(report),
	)}
	${writeSection(
		{ id: 'teams', title: 'Who has the ball, and for how long', note: KEY_OF_TIME },
		teamTable(report),
	)}
	${writeSection({ id: 'policies', title: 'How each policy fares' }, policyTable(report))}
	${writeSection({ id: 'rules', title: 'What each requirement does' }, requirementTable(report))}
	${writeSection({ id: 'people', title: 'Who decided' }, peopleTable(report))}
	${writeSection({ id: 'rows', title: 'Rows to look at' }, problemTable(report))}`;

const writeKeys = (part: string, rest: string): Markup =>
	html`<span class="keys">
		<span><span class="key part" aria-hidden="true"></span>${part}</span>
		<span><span class="key" aria-hidden="true"></span>${rest}</span>
	</span>`;

const KEY_OF_RETURNS = writeKeys(
	'the gate had found it in order: a gap in the policy',
	'the gate had pointed it out',
);

const KEY_OF_TIME = writeKeys('with the sending team', 'with the receiving team');

function writeSection(
	{ id, title, note }: { id: string; title: string; note?: Markup },
	table: PageTable,
): Markup | undefined {
	if (table.rows.length === 0) return undefined;
	return html`<section aria-labelledby="${id}">
		<h2 id="${id}">${title}</h2>
		${note !== undefined && html`<p class="note">${note}</p>`}
		<div class="sheet">${writeTable(table)}</div>
	</section>`;
}

function writeWeeks(report: Report): Markup | undefined {
	if (report.byWeek.length === 0) return undefined;
	const weeks = report.byWeek.slice(-MOST_WEEKS).map(({ key, measures }) => ({
		label: formatWeek(key),
		first: measures.firstPass,
		back: measures.returned,
	}));
	return html`<section aria-labelledby="weeks">
		<h2 id="weeks">Week by week</h2>
		<p class="note">
			By the week in which a handoff began. A week with fewer than ten shows no share.
		</p>
		<figure class="sheet">
			${drawWeeks(weeks)}
			<details>
				<summary>The figures behind the lines</summary>
				${writeTable(weekTable(report))}
			</details>
		</figure>
	</section>`;
}
