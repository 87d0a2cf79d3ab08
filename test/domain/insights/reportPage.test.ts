import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { reportCsv, writeCsv } from '../../../nodes/domain/insights/csv';
import { describeReport } from '../../../nodes/domain/insights/describeReport';
import { writeReportPage } from '../../../nodes/domain/insights/page/reportPage';
import { suggestions } from '../../../nodes/domain/insights/suggestions';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { fortnightRows, handoffRows, utc } from './handoffRows';

function build(rows: readonly unknown[]) {
	const read = readRows(rows);
	const options = { timezone: 'UTC', problems: read.problems };
	const report = buildReport(read.rows, options, utc('Tue 2026-03-10 12:00'));
	return { report, ideas: suggestions(report) };
}

function write(rows: readonly unknown[], title = 'Handoff report'): string {
	const { report, ideas } = build(rows);
	return writeReportPage(report, { title, suggestions: ideas });
}

const FORTNIGHT_PAGE = write(fortnightRows());

describe('the page', () => {
	it.each`
		figure                       | text
		${'first-pass acceptance'}   | ${'7 of 13; likely 29 to 77 %'}
		${'return rate'}             | ${'4 of 15; likely 11 to 52 %'}
		${'time of the receiver'}    | ${'median of 10 accepted; nine in ten within 1 h 20 min'}
		${'a rate of too few'}       | ${'Returned although ready: too few (4 of 4)'}
		${'what nobody recorded'}    | ${'Clocks met: not recorded'}
		${'how many rows it is of'}  | ${`${fortnightRows().length} rows counted`}
		${'that nobody is measured'} | ${'No person is named or measured here'}
	`('says $figure', ({ text }) => {
		expect(FORTNIGHT_PAGE.replace(/\s+/g, ' ')).toContain(text);
	});

	it('has a table with caption and headed rows for every picture, which screen readers pass over', () => {
		const pictures = FORTNIGHT_PAGE.match(/<svg/g) ?? [];
		const hidden = FORTNIGHT_PAGE.match(
			/<svg[^>]*aria-hidden="true"|class="(?:legend|chart)" aria-hidden="true"/g,
		);
		expect(pictures.length).toBeGreaterThan(10);
		expect(hidden?.length).toBeGreaterThan(8);
		const tables = FORTNIGHT_PAGE.match(/<table/g) ?? [];
		expect(FORTNIGHT_PAGE.match(/<caption>/g)).toHaveLength(tables.length);
		expect(FORTNIGHT_PAGE).toContain('scope="row"');
	});

	it('gives each policy its figures', () => {
		const kickOff = handoffRows({ id: 'H1', began: 'Mon 2026-03-02 09:00' }, 'ready, ask');
		const others = kickOff.map((row) => ({
			...row,
			policyId: 'renewal',
			handoffId: 'H2',
			eventId: `H2${row.eventId}`,
		}));
		const page = write([...kickOff, ...others]);

		for (const policy of ['kick-off', 'renewal']) {
			const row = `<th scope="row">${policy}</th>\\s*<td class="amount">1</td>`;
			expect(page).toMatch(new RegExp(row));
		}
	});

	it('counts what was waived as not met, and not as stopped', () => {
		expect(FORTNIGHT_PAGE).toContain('Not met at the gate');
		expect(FORTNIGHT_PAGE).not.toContain('Stopped at the gate');
	});

	it('loads nothing, and lets no script and no style of others in', () => {
		expect(FORTNIGHT_PAGE).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-/);
		expect(FORTNIGHT_PAGE).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|href=|url\(|@import/i);
		expect(FORTNIGHT_PAGE).not.toMatch(/\sstyle=|\son\w+=/i);
	});

	it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 40), text]))(
		'shows %j as text, wherever it stands',
		(_, text) => {
			const different: Partial<LedgerRow> = {
				policyId: text,
				sendingTeam: text,
				receivingTeam: text,
				fields: JSON.stringify([text]),
				reasons: JSON.stringify([{ code: text, label: text, note: text, field: text }]),
			};
			const rows = fortnightRows().map((row) => ({ ...row, ...different }));
			const page = write(rows, text);
			expect(page).not.toMatch(
				/<(?:script|img|iframe|link|object|embed|form|input|a|base|math)\b/i,
			);
			expect(page.match(/<style/g)).toHaveLength(1);
			expect(page.match(/<svg/g)?.length).toBeGreaterThan(5);
		},
	);

	it('says so when there is nothing or too little to report', () => {
		expect(write([])).toContain('No handoffs yet');
		const few = handoffRows({ id: 'H1', began: 'Mon 2026-03-02 09:00' }, 'ready, ask');
		expect(write(few)).toContain('1 handoff so far: too few');
	});

	it('shows the first fifty of many rows and says so', () => {
		const many = Array.from({ length: 60 }, (_, index) =>
			handoffRows(
				{ id: `H${index}`, began: 'Mon 2026-03-02 09:00', receivingTeam: `Team ${index}` },
				'ready, ask, accept 5',
			),
		).flat();
		expect(write(many)).toContain('The first 50 of 60; the CSV file has them all.');
	});
});

describe('the message', () => {
	it('says the numbers of the charts as text in every form', () => {
		const { report, ideas } = build(fortnightRows());
		const message = renderMessage(
			describeReport(report, { title: 'Fortnight', suggestions: ideas }),
		);
		expect(message.subject).toBe('Fortnight: 54 % of handoffs are accepted at the first attempt');
		for (const form of [
			message.text,
			message.markdown,
			message.html,
			JSON.stringify(message.slackBlocks),
		]) {
			expect(form).toContain('7 of 13');
			expect(form).toMatch(/2026.W10/);
		}
	});
});

describe('the CSV files', () => {
	it('hold every figure in a column of its own', () => {
		const teams = reportCsv(build(fortnightRows()).report).get('teams') ?? '';
		const [header = '', row = ''] = teams.replace('\ufeff', '').split('\r\n');
		expect(header).toContain('policyId,sendingTeam,receivingTeam,handoffs,accepted');
		expect(header).toContain('returned.hits,returned.n,returned.share,returned.low,returned.high');
		expect(row).toContain('kick-off,Sales,Delivery,14,10');
	});

	it.each`
		text               | cell
		${'=1+1'}          | ${"'=1+1"}
		${'@SUM(A1)'}      | ${"'@SUM(A1)"}
		${'-2+3'}          | ${"'-2+3"}
		${'a,b'}           | ${'"a,b"'}
		${'say "hi"'}      | ${'"say ""hi"""'}
		${'two\nlines'}    | ${'"two\nlines"'}
		${'=cmd("a"),"b"'} | ${'"\'=cmd(""a""),""b"""'}
	`('write $text so that no spreadsheet runs it or takes it apart', ({ text, cell }) => {
		expect(writeCsv([{ text }])).toBe(`\ufefftext\r\n${cell}\r\n`);
	});

	it('keep negative numbers as numbers', () => {
		expect(writeCsv([{ a: -1, b: undefined, c: ['x', 'y'] }])).toBe('\ufeffa,b,c\r\n-1,,x; y\r\n');
	});
});
