import type { CrmAdapter } from '../combinations/adapters';
import { checkBeforeWriting } from '../nodes/handoffNodes';
import { NAMES } from '../nodes/names';
import { chain, type FlowPart, type Position, type TemplateNode } from '../nodes/workflow';
import { toGate } from './toGate';

const [NOTHING, MEANWHILE] = [1, 2];
const REFUSED = 1;
const ROW = 1.9;
const at = (column: number): Position => ({ column, row: ROW });

/** The node by which a record is read again; none where it is only ever sent to us. */
export const againFrom = ({ readAgain }: CrmAdapter): string | undefined =>
	readAgain === undefined ? undefined : NAMES.readAgain;

/**
 * Reads the record again and writes into it what was filled in and is still missing, until nothing is
 * left to write: then the gate judges it anew. Above the lane that asks, because n8n goes the upper
 * way to its end first. What the CRM refuses goes back to who asked, and to operations.
 */
export function writeLane(crm: CrmAdapter): FlowPart {
	const { itemsAre = 'values', before, write, after } = crm.writeBack;
	const reading = readingNodes(crm);
	const prepared = before === undefined ? [] : [before(at(7.85))];
	const written = after === undefined ? [] : [after(at(8.6))];
	const again = againFrom(crm) ?? NAMES.check;
	const names = (nodes: TemplateNode[]): string[] => nodes.map(({ name }) => name);
	return {
		nodes: [
			...reading,
			checkBeforeWriting(at(7.1), itemsAre),
			...prepared,
			{
				...write({ name: NAMES.write, at: at(prepared.length > 0 ? 8.55 : 7.95) }),
				onError: 'continueErrorOutput',
			},
			...written,
		],
		wires: [
			...chain(...names(reading), NAMES.check),
			...chain(NAMES.check, ...names(prepared), NAMES.write, ...names(written), again),
			...toGate(crm, { from: NAMES.check, output: NOTHING }),
			{ from: NAMES.check, to: NAMES.person, output: MEANWHILE },
			...[NAMES.tellFailed, NAMES.fix].map((to) => ({ from: NAMES.write, to, output: REFUSED })),
		],
	};
}

/** However many values were written, the record is read once. */
const readingNodes = ({ readAgain }: CrmAdapter): TemplateNode[] =>
	readAgain === undefined
		? []
		: [
				{ ...readAgain.read(at(5.8)), alwaysOutputData: true, executeOnce: true },
				readAgain.record(at(6.45)),
			];
