import { html, type Markup } from '../../base/html';
import type { Report } from '../report';
import { formatOpen, formatReturnCost, STUCK_MEANS } from '../formatOpen';
import { formatWeek } from '../week';
import { drawWeeks } from './charts';
import { openTable } from './openTable';
import { writeTable, type PageTable } from './table';
import { questionTable } from './questionTable';
import { fieldTable, peopleTable, problemTable, reasonTable, requirementTable } from './tables';
import { policyTable, teamTable, weekTable } from './groupTables';

/** Half a year of weeks is what a line can show; the table has them all. */
const MOST_WEEKS = 26;

/** The body of the report: each question with its picture and its figures. */
export const writeSections = (report: Report): Markup =>
	html`${writeWeeks(report)}
	${writeSection(
		{ id: 'reasons', title: 'Why handoffs come back', note: withCost(report) },
		reasonTable(report),
	)}
	${writeSection(
		{ id: 'fields', title: 'Which fields they come back for', note: KEY_OF_RETURNS },
		fieldTable(report),
	)}
	${writeSection(
		{ id: 'questions', title: 'What is asked before a decision' },
		questionTable(report),
	)}
	${writeSection(
		{ id: 'teams', title: 'Who has the ball, and for how long', note: KEY_OF_TIME },
		teamTable(report),
	)}
	${writeSection({ id: 'policies', title: 'How each policy fares' }, policyTable(report))}
	${writeSection({ id: 'rules', title: 'What each requirement does' }, requirementTable(report))}
	${writeSection({ id: 'people', title: 'Who decided' }, peopleTable(report))}
	${writeSection({ id: 'rows', title: 'Rows to look at' }, problemTable(report))}`;

/** What needs somebody now. */
export function writeOpen(report: Report): Markup | undefined {
	const { open, totals } = report;
	if (open.open === 0 && totals.handoffs === 0) return undefined;
	const note = html`${formatOpen(open)} ${open.open > 0 && STUCK_MEANS}`;
	return (
		writeSection({ id: 'open', title: 'Open now', note }, openTable(report)) ??
		html`<section aria-labelledby="open">
			<h2 id="open">Open now</h2>
			<p class="note">${note}</p>
		</section>`
	);
}

const writeKeys = (part: string, rest: string): Markup =>
	html`<span class="keys">
		<span><span class="key part" aria-hidden="true"></span>${part}</span>
		<span><span class="key" aria-hidden="true"></span>${rest}</span>
	</span>`;

const KEY_OF_RETURNS = writeKeys(
	'the gate had found it in order: a gap in the policy',
	'the gate had pointed it out',
);

const withCost = ({ returnCost }: Report): Markup =>
	html`${KEY_OF_RETURNS}${returnCost.n > 0 && html`<br />${formatReturnCost(returnCost)}`}`;

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
