import type { CrmAdapter } from '../combinations/adapters';
import { checkBeforeWriting } from '../nodes/handoffNodes';
import { NAMES } from '../nodes/names';
import { chain, type FlowPart, type Position, type TemplateNode } from '../nodes/workflow';
import { toGate } from './toGate';

const [NOTHING, MEANWHILE] = [1, 2];
const REFUSED = 1;
const ROW = 1.9;
const CHECK_ROW = 1.8;
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
	const prepared = before === undefined ? [] : [before(at(7.92))];
	const written = after === undefined ? [] : [after({ column: 9.3, row: 1.7 })];
	const again = againFrom(crm) ?? NAMES.check;
	const names = (nodes: TemplateNode[]): string[] => nodes.map(({ name }) => name);
	return {
		nodes: [
			...reading,
			checkBeforeWriting({ ...at(again === NAMES.check ? 5.75 : 7.25), row: CHECK_ROW }, itemsAre),
			...prepared,
			{
				...write({ name: NAMES.write, at: at(again === NAMES.check ? 7.92 : 8.6) }),
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
				{ ...readAgain.read(at(5.75)), alwaysOutputData: true, executeOnce: true },
				readAgain.record(at(6.42)),
			];
