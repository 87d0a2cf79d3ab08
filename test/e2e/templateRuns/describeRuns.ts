import { openOffice, type Office } from '../../scenario/openOffice';
import { RECEIVER } from '../../scenario/studio';
import type { Combination } from '../../../templates/builder/combinations/adapters';
import { fileNameOf } from '../../../templates/builder/combinations/compose';
import { NAMES } from '../../../templates/builder/nodes/names';
import { handoffSteps, inTrouble, onTheRoad, untilLinked, workOn, type Row } from './batch';
import { accept, giveBack } from './decide';
import { describeRoad, goTheRoad, WORDS } from './goTheRoad';
import { until, type Run } from './run';

/**
 * Describes what a template must do, for each of these, in one real n8n: its road, on which every
 * node of a vendor comes into play, or also what it does when vendors are busy or broken.
 */
export function describeRuns(combinations: readonly Combination[], what: 'road' | 'all'): void {
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
		titled: (words: string) => `${words} ${index + 1}.`,
	}));

	const describeOne = what === 'road' ? describeRoad : describeAll;
	describe.each(rows)('$template', (row) => describeOne(() => office, row));
}

function describeAll(open: () => Office, row: Row): void {
	const { clear, unclear } = onTheRoad(row);
	const { other, busy, broken, unheard } = inTrouble(row);

	/** Found by a search that fails at first, and found twice more at the same moment. */
	const begin = async (run: Run) => {
		run.crm.failNext(1, { status: 429, ...run.crm.search });
		run.crm.failNext(1, { status: 500, ...run.crm.search });
		run.channel.failNext(1, { status: 429, about: new RegExp(clear) });
		run.channel.failNext(50, { status: 500, about: new RegExp(unheard) });
		await run.flow.poll();
		await Promise.all([run.flow.poll(), run.flow.poll()]);
		await decideAtOnce(run);
	};

	/** Everybody decides at the same time, and the project tool fails some of them. */
	const decideAtOnce = async (run: Run) => {
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
	};

	const batch = workOn(open, row, { more: [other, busy, broken, unheard], begin });
	const { run, idOf } = batch;
	it('finds its records although CRM and channel are busy or broken, and asks once about each', () => {
		for (const title of [clear, other, unclear, busy, broken]) {
			expect(run().asked(title)).toHaveLength(1);
			expect(run().told(title, run().channel.placeOf(RECEIVER.email))).toContain(
				run().asked(title)[0],
			);
		}
	});

	goTheRoad(batch, row);

	it('leaves the rest of the batch alone', async () => {
		expect((await run().flow.executionOf(idOf(other))).status).toBe('waiting');
		expect(run().tasksFor(other)).toEqual([]);
	});

	it('makes one task although the project tool is busy, and then loses its answer', async () => {
		await untilLinked(batch, busy);

		expect(run().tasksFor(busy)).toHaveLength(1);
		expect(run().crm.linkOn(idOf(busy))).toBe(run().tasksFor(busy)[0]?.url);
	});

	it('tells operations when the project tool is broken; the handoff stays accepted', async () => {
		const toOperations = () => run().told(broken, run().channel.late);
		await until('word to operations', () =>
			toOperations().some((body) => body.includes('Failed: “')),
		);

		expect(run().tasksFor(broken)).toEqual([]);
		expect(run().asked(broken)).toHaveLength(1);
		expect((await handoffSteps(batch, broken)).at(-1)).toBe('1 handoff.accepted');
	});

	it('waits for the decision although the channel does not take the message', async () => {
		const { runData, status } = await run().flow.executionOf(idOf(unheard));

		expect(status).toBe('waiting');
		expect(Object.keys(runData)).toContain(NAMES.askReceiver);
		expect(run().told(unheard)).toEqual([]);
		expect(await handoffSteps(batch, unheard)).toContain('1 handoff.requested');
	});
}
