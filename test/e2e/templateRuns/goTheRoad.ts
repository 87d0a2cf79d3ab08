import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import type { Office } from '../../scenario/openOffice';
import { RECEIVER, SELLER, SELLER_NAME } from '../../scenario/studio';
import { handoffSteps, onTheRoad, untilLinked, workOn, type Batch, type Row } from './batch';
import { accept, fillIn, giveBack } from './decide';
import { until, type Run } from './run';

/** With these the receiving team gives back what it does not understand. */
export const WORDS = 'Which platform comes first?';

/** What a seller types where something is missing. */
const FILLED_IN = 'Enquiries through the website grew from 18 to 40 a week since March.';

/** One template whose vendors all answer: every node of theirs comes into play. */
export function describeRoad(open: () => Office, row: Row): void {
	const { clear, unclear } = onTheRoad(row);
	const begin = async (run: Run) => {
		await run.flow.poll();
		const answers = await Promise.all([
			accept(run.linkFor(clear), RECEIVER.name),
			giveBack(run.linkFor(unclear), RECEIVER.name, WORDS),
		]);
		expect(answers).toEqual([200, 200]);
	};
	goTheRoad(workOn(open, row, { more: [], begin }), row);
}

/** What a template does with the records of the road, whatever else it has to do. */
export function goTheRoad(batch: Batch, row: Row): void {
	const { run, idOf } = batch;
	const { combination } = row;
	const { gaps, clear, unclear } = onTheRoad(row);

	it('tells the seller once what is missing, on the record and in the channel', async () => {
		expect(run().told(gaps, run().channel.placeOf(SELLER.email))).toHaveLength(1);
		expect(run().asked(gaps)).toEqual([]);
		expect(run().crm.notes(idOf(gaps))).toEqual([expect.stringContaining(run().crm.missing)]);
		expect(await run().stepsOf(idOf(gaps))).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 fix.asked',
		]);
	});

	it('gives the seller the time of its policy, in the ledger', async () => {
		const { fix } = parsePolicy(combination.crm.policy).sla;

		expect(fix?.milestones[0]).toBe(50);
		expect(await run().minutesToFix(idOf(gaps))).toBeCloseTo(fix?.minutes ?? 0, 1);
	});

	it('writes what the seller fills in into the record, and then asks the receiving team', async () => {
		const typed = { label: run().crm.missing, words: FILLED_IN };
		expect(await fillIn(run().linkFor(gaps), SELLER_NAME, typed)).toBe(200);
		await until('a request to decide', () => run().asked(gaps).length > 0);
		await run().flow.untilQuiet();

		expect(run().crm.gapOn(idOf(gaps))).toBe(FILLED_IN);
		expect(run().asked(gaps)).toHaveLength(1);
		const steps = await run().stepsOf(idOf(gaps));
		expect(steps).toContain('1 fix.answered');
		expect(steps).toContain('2 handoff.requested');
	});

	it('makes one task of what is accepted, writes the link back and tells the seller', async () => {
		await untilLinked(batch, clear);
		await run().flow.untilKept(idOf(clear), 'handoff.done');
		await until('the receipt', () =>
			run()
				.told(clear)
				.some((body) => body.includes('Accepted')),
		);

		const [task, ...more] = run().tasksFor(clear);
		expect(more).toEqual([]);
		expect(task?.title).toBe(`${clear} [${combination.crm.recordName} ${idOf(clear)}]`);
		expect(task?.text).toContain(run().crm.shown ?? 'Twice as many enquiries');
		expect(task?.url).toMatch(/^https:/);
		expect(run().crm.linkOn(idOf(clear))).toBe(task?.url);
		expect(await run().stepsOf(idOf(clear))).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
			'1 handoff.accepted',
			'1 sla.met',
			'1 handoff.done',
		]);
	});

	it('takes back what is returned, with the reasons, and asks again once it has changed', async () => {
		const toSeller = () => run().told(unclear, run().channel.placeOf(SELLER.email));
		await until('word to the seller', () => toSeller().some((body) => body.includes(WORDS)));
		expect(run().crm.notes(idOf(unclear)).at(-1)).toContain(WORDS);

		await run().flow.poll();
		expect(run().asked(unclear)).toHaveLength(1);
		await run().crm.change(idOf(unclear));
		await run().flow.poll();
		expect(run().asked(unclear)).toHaveLength(2);
		expect(await accept(run().linkFor(unclear), RECEIVER.name)).toBe(200);
		await untilLinked(batch, unclear);
		await run().flow.untilKept(idOf(unclear), 'handoff.done');

		expect(run().tasksFor(unclear)).toHaveLength(1);
		expect(await handoffSteps(batch, unclear)).toEqual([
			'1 handoff.evaluated',
			'1 handoff.requested',
			'1 handoff.returned',
			'2 handoff.evaluated',
			'2 handoff.requested',
			'2 handoff.accepted',
			'2 handoff.done',
		]);
	});
}
