import type { Instant } from '../domain/base/instant';
import type { LedgerRow } from '../domain/handoff/row';
import type { NamedHandoff } from '../domain/upkeep/subject';
import type { Operation } from '../shared/operations';
import type { ParameterContext } from '../shared/readParameter';
import { routeItems } from '../shared/routeItems';
import { readSealKey } from '../shared/sealKeys';
import { attempts, valueOf } from './attempts';
import { hintAtTest } from './hintAtTest';
import { keepEntries, type Noting } from './keepEntries';

/** With what something is noted. */
export interface NotingTerms {
	now: Instant;
	/** Seals the rows; undefined when rows are not sealed. */
	key: string | undefined;
}

type ReadNoting = (context: ParameterContext, itemIndex: number, by: NotingTerms) => Noting;

/**
 * Notes in the ledger what each item has to say, and passes the items on once it is there. A mistake
 * in one item stops the node before anything is noted, unless it is set to continue on errors.
 */
export const noteOnItems =
	<Output extends string>(output: Output, read: ReadNoting): Operation['run'] =>
	async (context, now) => {
		const by = { now, key: await readSealKey(context) };
		const notings = attempts(context, (index) => read(context, index, by));
		const entries = await keepEntries(context, notings);
		hintAtTest(context);
		return routeItems(context, { outputs: [output], closed: output }, ({ json }, index) => {
			const [noting, entry] = [valueOf(notings[index]), valueOf(entries[index])];
			return { output, json: { ...json, handoff: withRow(noting.named, entry.row) } };
		});
	};

/** The envelope with the row on it; of a handoff that was named by its id, what is known of it. */
const withRow = (named: NamedHandoff, row: LedgerRow | undefined) => ({
	...(typeof named === 'string' ? { id: named } : { ...named, event: undefined }),
	...(row !== undefined && { event: row }),
	...(row !== undefined && row.seal !== '' && { seal: row.seal }),
});
