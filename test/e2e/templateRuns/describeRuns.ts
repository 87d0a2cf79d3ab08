import { openOffice, type Office } from '../../scenario/openOffice';
import { RECEIVER, SELLER } from '../../scenario/studio';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import type { Combination } from '../../../templates/builder/combinations/adapters';
import { fileNameOf } from '../../../templates/builder/combinations/compose';
import { NAMES } from '../../../templates/builder/nodes/names';
import { accept, giveBack } from './decide';
import { startRun, until, type Run } from './run';

const WORDS = 'Which platform comes first?';

/** Describes what every template must do, for each of these, in one real n8n. */
export function describeRuns(combinations: readonly Combination[]): void {
	jest.setTimeout(240_000);

	let office: Office;
	beforeAll(async () => {
		office = await openOffice();
	});
	afterAll(async () => await office.close());

	const rows = combinations.map((combination, index) => ({
		template: `${fileNameOf(combination)} with ${combination.channel.label}`,
		combination,
		/** A title that no record of another template has. */
		titled: (what: string) => `${what} ${index + 1}.`,
	}));

	describe.each(rows)('$template', (row) => describeRun(() => office, row));
}

type Row = { combination: Combination; titled: (what: string) => string };

function describeRun(open: () => Office, { combination, titled }: Row): void {
	const gaps = titled('Shop for Bolt');
	const clear = titled('Website for Acme');
	const other = titled('Portal for Cargo');
	const unclear = titled('App for Foxtrot');
	const busy = titled('Intranet for Delta');
	const broken = titled('Campaign for Echo');
	const unheard = titled('Studio for Hotel');
	const ids = new Map<string, string>();
	const idOf = (title: string) => ids.get(title) ?? '';
	let run: Run;

	/** One batch, found by a search that fails at first, and found twice more at the same moment. */
	beforeAll(async () => {
		run = await startRun(open(), combination);
		run.crm.failNext(1, { status: 429, ...run.crm.search });
		run.crm.failNext(1, { status: 500, ...run.crm.search });
		run.channel.failNext(1, { status: 429, about: new RegExp(clear) });
		run.channel.failNext(50, { status: 500, about: new RegExp(unheard) });
		const complete = [clear, other, unclear, busy, broken, unheard];
		const added = [gaps, ...complete].map(async (title) => {
			const id = await run.crm.add(title, title === gaps ? 'incomplete' : 'complete');
			ids.set(title, id);
		});
		await Promise.all(added);
		await run.flow.poll();
		await Promise.all([run.flow.poll(), run.flow.poll()]);
		await decideAtOnce();
	});
	afterAll(async () => {
		await run.flow.unpublish();
		run.crm.putAway();
		for (const vendor of [run.crm, run.project, run.channel]) vendor.clearFaults();
	});

	/** Everybody decides at the same time, and the project tool fails some of them. */
	async function decideAtOnce(): Promise<void> {
		const creating = (title: string) => ({ ...run.project.create, about: new RegExp(title) });
		run.project.failNext(1, { status: 429, ...creating(busy) });
		run.project.failNext(1, { status: 'lostAnswer', ...creating(busy) });
		run.project.failNext(3, { status: 500, ...creating(broken) });
		const answers = await Promise.all([
			accept(run.linkFor(clear), RECEIVER.name),
			giveBack(run.linkFor(unclear), RECEIVER.name, WORDS),
			accept(run.linkFor(busy), RECEIVER.name),
			accept(run.linkFor(broken), RECEIVER.name),
		]);
		expect(answers).toEqual([200, 200, 200, 200]);
	}

	const untilLinked = (title: string) =>
		until(`a link on ${title}`, () => Boolean(run.crm.linkOn(idOf(title))));
	const handoffSteps = async (title: string) =>
		(await run.stepsOf(idOf(title))).filter((step) => step.includes('handoff.'));

	it('tells the seller once what is missing, on the record and in the channel', async () => {
		expect(run.told(gaps, run.channel.placeOf(SELLER.email))).toHaveLength(1);
		expect(run.asked(gaps)).toEqual([]);
		expect(run.crm.notes(idOf(gaps))).toEqual([expect.stringContaining(run.crm.missing)]);
		expect(await run.stepsOf(idOf(gaps))).toEqual(['1 handoff.evaluated', '1 sla.started']);
	});

	it('gives the seller the time of its policy, in the ledger', async () => {
		const { fix } = parsePolicy(combination.crm.policy).sla;

		expect(fix?.milestones[0]).toBe(50);
		expect(await run.minutesToFix(idOf(gaps))).toBeCloseTo(fix?.minutes ?? 0, 1);
	});

	it('finds its records although CRM and channel are busy or broken, and asks once about each', () => {
		for (const title of [clear, other, unclear, busy, broken]) {
			expect(run.asked(title)).toHaveLength(1);
			expect(run.told(title, run.channel.placeOf(RECEIVER.email))).toContain(run.asked(title)[0]);
		}
	});

	it('makes one task of what is accepted, writes the link back and tells the seller', async () => {
		await untilLinked(clear);
		await run.flow.untilKept(idOf(clear), 'handoff.done');
		await until('the receipt', () => run.told(clear).some((body) => body.includes('Accepted')));

		const [task, ...more] = run.tasksFor(clear);
		expect(more).toEqual([]);
		expect(task?.title).toBe(`${clear} [${combination.crm.recordName} ${idOf(clear)}]`);
		expect(task?.text).toContain(run.crm.shown ?? 'Twice as many enquiries');
		expect(task?.url).toMatch(/^https:/);
		expect(run.crm.linkOn(idOf(clear))).toBe(task?.url);
		expect(await run.stepsOf(idOf(clear))).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
			'1 handoff.accepted',
			'1 sla.met',
			'1 handoff.done',
		]);
	});

	it('leaves the rest of the batch alone', async () => {
		expect((await run.flow.executionOf(idOf(other))).status).toBe('waiting');
		expect(run.tasksFor(other)).toEqual([]);
	});

	it('takes back what is returned, with the reasons, and asks again once it has changed', async () => {
		const toSeller = () => run.told(unclear, run.channel.placeOf(SELLER.email));
		await until('word to the seller', () => toSeller().some((body) => body.includes(WORDS)));
		expect(run.crm.notes(idOf(unclear)).at(-1)).toContain(WORDS);

		await run.flow.poll();
		expect(run.asked(unclear)).toHaveLength(1);
		await run.crm.change(idOf(unclear));
		await run.flow.poll();
		expect(run.asked(unclear)).toHaveLength(2);
		expect(await accept(run.linkFor(unclear), RECEIVER.name)).toBe(200);
		await untilLinked(unclear);
		await run.flow.untilKept(idOf(unclear), 'handoff.done');

		expect(run.tasksFor(unclear)).toHaveLength(1);
		expect(await handoffSteps(unclear)).toEqual([
			'1 handoff.evaluated',
			'1 handoff.requested',
			'1 handoff.returned',
			'2 handoff.evaluated',
			'2 handoff.requested',
			'2 handoff.accepted',
			'2 handoff.done',
		]);
	});

	it('makes one task although the project tool is busy, and then loses its answer', async () => {
		await untilLinked(busy);

		expect(run.tasksFor(busy)).toHaveLength(1);
		expect(run.crm.linkOn(idOf(busy))).toBe(run.tasksFor(busy)[0]?.url);
	});

	it('tells operations when the project tool is broken; the handoff stays accepted', async () => {
		const toOperations = () => run.told(broken, run.channel.late);
		await until('word to operations', () =>
			toOperations().some((body) => body.includes('No task')),
		);

		expect(run.tasksFor(broken)).toEqual([]);
		expect(run.asked(broken)).toHaveLength(1);
		expect((await handoffSteps(broken)).at(-1)).toBe('1 handoff.accepted');
	});

	it('waits for the decision although the channel does not take the message', async () => {
		const { runData, status } = await run.flow.executionOf(idOf(unheard));

		expect(status).toBe('waiting');
		expect(Object.keys(runData)).toContain(NAMES.askReceiver);
		expect(run.told(unheard)).toEqual([]);
		expect(await handoffSteps(unheard)).toContain('1 handoff.requested');
	});
}
