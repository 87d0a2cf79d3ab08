import { z } from 'zod';
import { answerSchema } from '../../nodes/domain/gate/answer';
import { waiverSchema } from '../../nodes/domain/handoff/verdict';
import { shownAsSchema } from '../../nodes/domain/handoff/showing';
import { WORDINGS } from '../../nodes/domain/language/languages';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { describeHandoff } from '../../nodes/domain/readiness/openHandoff';
import { packetFacts } from '../../nodes/domain/shown/showPacket';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { judgeRecord } from '../../nodes/domain/readiness/judgeRecord';
import { verifyProposals } from '../../nodes/domain/readiness/verifyProposals';
import { judgeWaivers } from '../../nodes/domain/readiness/waive';
import { add } from '../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../nodes/domain/time/calendar';
import { calendarsSchema } from '../../nodes/domain/time/calendars';
import { startClock } from '../../nodes/domain/time/clock';
import { targetSchema } from '../../nodes/domain/time/target';
import { REFUSAL } from '../../templates/builder/crm/webhook';
import { clientSchema } from '../../templates/import/client';
import { examplesOf, pages, type Example } from './pages';

const PAGES = pages();
const JSON_EXAMPLES = PAGES.flatMap(examplesOf).filter(({ language }) => language === 'json');

/** What an example shows, and the code of the package that has to take it as it is. */
const READERS: Record<string, (value: unknown) => unknown> = {
	policy: (value) => parsePolicy(value),
	calendar: (value) => parseCalendar(value),
	calendars: (value) => calendarsSchema.parse(value),
	sla: (value) => z.record(targetSchema).parse(value),
	clients: (value) => z.array(clientSchema).parse(value),
	waivers: (value) => expectAllCount(value),
	proposals: (value) => expectAllVerified(value),
	requirement: (value) => expectToTellApart(value),
	packet: (value) => expectAllShown(value),
	answer: (value) => answerShownSchema.parse(value),
};

/** What the intake answers; a page shows as much of it as matters there. */
const answerShownSchema = z.union([
	answerSchema.deepPartial().strict(),
	z
		.object({ status: z.literal(REFUSAL.status), reason: z.literal(REFUSAL.reason).optional() })
		.strict(),
]);

const exampleSchema = z.object({ requirement: z.unknown(), met: z.unknown(), unmet: z.unknown() });

/** A requirement as the page shows it is met by the one record and not by the other. */
function expectToTellApart(value: unknown): void {
	const { requirement, met, unmet } = exampleSchema.parse(value);
	const policy = parsePolicy({ id: 'p', record: { id: 'id' }, requirements: [requirement] });
	const isReady = (record: unknown) =>
		judgeRecord(compilePolicy(policy), Object.assign({ id: '1' }, record), {
			now: Date.parse('2026-03-02T10:00:00Z'),
		}).ready;
	expect([isReady(met), isReady(unmet)]).toEqual([true, false]);
}

/** Exceptions as the page shows them count under a policy that allows them. */
function expectAllCount(value: unknown): void {
	const [first] = z.array(waiverSchema).parse(value);
	const terms = {
		allowed: [first?.requirementId ?? ''],
		approvers: [{ name: '', email: first?.approvedBy ?? '' }],
		placeholders: [],
	};
	const monday = Date.parse('2026-03-02T10:00:00Z');
	expect(judgeWaivers(value, terms, { now: monday }).refused).toEqual([]);
}

/** Proposals as the page shows them are verified by a record that holds their words. */
function expectAllVerified(value: unknown): void {
	const notes = 'Call on Tuesday: we agreed on 12,000 for the first year.';
	const proposals = verifyProposals(value, { properties: { notes } });
	expect(proposals.map(({ verified }) => verified)).toEqual([true]);
}

/** A packet as the page shows it gives what the table above it says. */
function expectAllShown(value: unknown): void {
	const policy = parsePolicy({
		id: 'p',
		record: { id: 'id' },
		requirements: [
			{
				id: 'amount',
				label: 'Budget',
				field: 'amount',
				check: { kind: 'money', currencyField: 'currency' },
			},
		],
		packet: value,
	});
	const record = {
		...{ id: 'D-7', amount: 12500.5, currency: 'EUR', seats: '12500', kickOff: 1772409600000 },
		...{ firstCall: '2026-03-02T08:30:00Z', signed: '1', services: 'web;shop;blog' },
		owner: { name: 'Ana Lima', email: 'ana@example.com' },
		...{ offer: 'https://www.example.com/offers/17', scope: '<p>Two sites</p>' },
	};
	const { agreed } = describeHandoff(compilePolicy(policy), record, { attempt: 1, turns: [] });
	const reader = { wording: WORDINGS.en, timezone: 'Europe/Berlin' };
	const facts = packetFacts(agreed, reader).map((fact) => fact.link?.label ?? fact.value);
	const page = PAGES.find(({ path }) => path.endsWith('policy.md'))?.text ?? '';

	expect(facts).toHaveLength(shownAsSchema.options.length);
	for (const fact of facts) expect(page).toContain(` ${fact}`);
}

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

const CALENDARS = PAGES.find(({ path }) => path.endsWith('calendars.md'));
const [CALENDAR] = CALENDARS ? examplesOf(CALENDARS) : [];

describe('the table of docs/calendars.md', () => {
	const ROW = /^\| \w{3} (\S+) (\S+) +\| (\d+) minutes +\| (\w{3}) (\S+) (\S+) +\|$/gm;
	const rows = [...(CALENDARS?.text ?? '').matchAll(ROW)].map(
		([, day, time, minutes, on, end, at]) => ({
			start: `${day}T${time}:00+01:00`,
			minutes: Number(minutes),
			weekday: on,
			result: `${end}T${at}:00+01:00`,
		}),
	);

	it('has rows', () => {
		expect(rows.length).toBeGreaterThan(4);
	});

	it.each(rows)('$start plus $minutes minutes is $weekday $result', (row) => {
		const landed = add(parseCalendar(JSON.parse(CALENDAR?.code ?? '')), row.start, row.minutes);

		expect(Date.parse(landed)).toBe(Date.parse(row.result));
		expect(
			new Date(row.result).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }),
		).toBe(row.weekday);
	});
});

describe('the table of working days in docs/calendars.md', () => {
	const ROW = /^\| \w{3} (\S+) (\S+) +\| (\w{3} \S+) +\| \w{3} (\S+) (\S+) +\|$/gm;
	const rows = [...(CALENDARS?.text ?? '').matchAll(ROW)].map(([, day, time, from, end, at]) => ({
		came: `${day}T${time}:00+01:00`,
		from,
		due: `${end}T${at}:00+01:00`,
	}));

	it('has rows', () => {
		expect(rows.length).toBeGreaterThan(4);
	});

	it.each(rows)('what came $came counts from $from and is due $due', ({ came, from, due }) => {
		const written = (CALENDARS ? examplesOf(CALENDARS) : []).find(({ shows }) => shows === 'sla');
		const targets = z.record(targetSchema).parse(JSON.parse(written?.code ?? '{}'));
		const clock = startClock({
			name: 'fix',
			target: targets.fix ?? targetSchema.parse({}),
			calendar: parseCalendar(JSON.parse(CALENDAR?.code ?? '')),
			at: Date.parse(came),
		});

		expect(clock.explanation[1]).toContain(`It counts from ${from},`);
		expect(Date.parse(clock.deadline)).toBe(Date.parse(due));
	});
});
