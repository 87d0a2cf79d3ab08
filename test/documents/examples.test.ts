import { z } from 'zod';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { add } from '../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../nodes/domain/time/calendar';
import { targetSchema } from '../../nodes/domain/time/target';
import { clientSchema } from '../../templates/import/client';
import { examplesOf, pages, type Example } from './pages';

const PAGES = pages();
const JSON_EXAMPLES = PAGES.flatMap(examplesOf).filter(({ language }) => language === 'json');

/** What an example shows, and the code of the package that has to take it as it is. */
const READERS: Record<string, (value: unknown) => unknown> = {
	policy: (value) => parsePolicy(value),
	calendar: (value) => parseCalendar(value),
	sla: (value) => z.record(targetSchema).parse(value),
	clients: (value) => z.array(clientSchema).parse(value),
};

const readerOf = ({ page, shows }: Example) => {
	const reader = READERS[shows];
	if (!reader) throw new Error(`${page}: say what the example shows: \`\`\`json policy`);
	return reader;
};

describe('the examples of the pages', () => {
	it('are there for policies, calendars and targets', () => {
		expect(JSON_EXAMPLES.map(({ shows }) => shows)).toEqual(
			expect.arrayContaining(['policy', 'calendar', 'sla']),
		);
	});

	it.each(JSON_EXAMPLES)('$page: the $shows is taken as it is', (example) => {
		expect(() => readerOf(example)(JSON.parse(example.code))).not.toThrow();
	});

	it.each(PAGES.flatMap(examplesOf).filter(({ language }) => language === 'bash'))(
		'$page: what is typed is a command of the project',
		({ code }) => {
			expect(code.trim().split('\n')).toEqual(
				code
					.trim()
					.split('\n')
					.map(() => expect.stringMatching(/^npm (test|run [\w:]+)/)),
			);
		},
	);
});

describe('the table of docs/calendars.md', () => {
	const page = PAGES.find(({ path }) => path.endsWith('calendars.md'));
	const [calendar] = page ? examplesOf(page) : [];
	const ROW = /^\| \w{3} (\S+) (\S+) +\| (\d+) minutes +\| (\w{3}) (\S+) (\S+) +\|$/gm;
	const rows = [...(page?.text ?? '').matchAll(ROW)].map(([, day, time, minutes, on, end, at]) => ({
		start: `${day}T${time}:00+01:00`,
		minutes: Number(minutes),
		weekday: on,
		result: `${end}T${at}:00+01:00`,
	}));

	it('has rows', () => {
		expect(rows.length).toBeGreaterThan(4);
	});

	it.each(rows)('$start plus $minutes minutes is $weekday $result', (row) => {
		const landed = add(parseCalendar(JSON.parse(calendar?.code ?? '')), row.start, row.minutes);

		expect(Date.parse(landed)).toBe(Date.parse(row.result));
		expect(
			new Date(row.result).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }),
		).toBe(row.weekday);
	});
});
