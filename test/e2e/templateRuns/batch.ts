import type { Office } from '../../scenario/openOffice';
import type { Combination } from '../../../templates/builder/combinations/adapters';
import { startRun, until, type Run } from './run';

export interface Row {
	combination: Combination;
	titled: (words: string) => string;
}

/** One template at work on a batch of records. */
export interface Batch {
	run(): Run;
	idOf(title: string): string;
}

/** Records of the road: one with a gap, one that is accepted, one that is returned. */
export const onTheRoad = ({ titled }: Row) => ({
	gaps: titled('Shop for Bolt'),
	clear: titled('Website for Acme'),
	unclear: titled('App for Foxtrot'),
});

/** Records of which somebody takes their time, or at which a vendor is busy or broken. */
export const inTrouble = ({ titled }: Row) => ({
	other: titled('Portal for Cargo'),
	busy: titled('Intranet for Delta'),
	broken: titled('Campaign for Echo'),
	unheard: titled('Studio for Hotel'),
});

/** Installs the template before the tests of a block, adds its records and lets `begin` go on. */
export function workOn(
	open: () => Office,
	row: Row,
	{ more, begin }: { more: string[]; begin: (run: Run) => Promise<void> },
): Batch {
	const { gaps, clear, unclear } = onTheRoad(row);
	const ids = new Map<string, string>();
	let run: Run | undefined;
	const theRun = (): Run => {
		if (run === undefined) throw new Error('the template is not installed');
		return run;
	};
	beforeAll(async () => {
		run = await startRun(open(), row.combination);
		const added = [gaps, clear, unclear, ...more].map(async (title) => {
			ids.set(title, await theRun().crm.add(title, title === gaps ? 'incomplete' : 'complete'));
		});
		await Promise.all(added);
		await begin(run);
	});
	afterAll(async () => {
		await theRun().flow.unpublish();
		theRun().crm.putAway();
		const { crm, project, channel } = theRun();
		for (const vendor of [crm, project, channel]) vendor.clearFaults();
	});
	return { run: theRun, idOf: (title) => ids.get(title) ?? '' };
}

export const untilLinked = ({ run, idOf }: Batch, title: string) =>
	until(`a link on ${title}`, () => Boolean(run().crm.linkOn(idOf(title))));
export const handoffSteps = async ({ run, idOf }: Batch, title: string) =>
	(await run().stepsOf(idOf(title))).filter((step) => step.includes('handoff.'));
