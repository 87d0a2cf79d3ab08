import type { CrmAdapter } from '../combinations/adapters';
import { createClaims, forgetClaims } from '../ledger/claims';
import { RUN_FIELD } from '../ledger/identity';
import { NAMES } from '../nodes/names';
import {
	addMembers,
	callItself,
	everyMinutes,
	inAnyOrder,
	manualTrigger,
	noMoreThan,
} from '../nodes/coreNodes';
import { leaveOutResting, listResting, readResting } from '../ledger/resting';
import { chain, type FlowPart, type Position, type TemplateNode } from '../nodes/workflow';

const MINUTES_BETWEEN_RUNS = 5;
/** About what one n8n with SQLite gets done between two runs. */
const MOST_IN_A_RUN = 200;
const TRIGGERS = 4;
/** The check of the set-up stands between the triggers and the first node here. */
const AFTER_CHECK = 5.5;
const APART = 0.78;
const EACH_LANE = 10.3;
const ROW = -0.5;

const place = (nodes: Array<Omit<TemplateNode, 'at'>>, from: number): TemplateNode[] =>
	nodes.map((node, index) => ({ ...node, at: at(from + index * APART, ROW) }));
const at = (column: number, row: number): Position => ({ column, row });
const ANYWHERE = at(0, 0);

/**
 * Finds the records and gives each an execution of its own, apart from those that rest, and not more
 * at a time than n8n gets done: the others come at one of the next runs.
 */
export function findLane(crm: CrmAdapter): FlowPart {
	const found = place(
		[
			createClaims({ name: NAMES.createClaimsFirst, at: ANYWHERE }),
			readResting({ name: NAMES.restRows, at: ANYWHERE }),
			listResting({ name: NAMES.resting, at: ANYWHERE }),
			...crm.find(),
		],
		AFTER_CHECK,
	);
	const handed = place(
		[
			leaveOutResting({ name: NAMES.rests, at: ANYWHERE }),
			// Where there are more than enough, none waits behind the same others at every run.
			inAnyOrder({ name: NAMES.anyOrder, at: ANYWHERE }),
			noMoreThan({ name: NAMES.most, at: ANYWHERE }, MOST_IN_A_RUN),
			addMembers(NAMES.nameRun, `={{ { ${RUN_FIELD}: $execution.id + ':' + $itemIndex } }}`),
			callItself({ name: NAMES.each, at: ANYWHERE }),
			forgetClaims({ name: NAMES.forget, at: ANYWHERE }),
		],
		EACH_LANE,
	);
	const nodes = [...found, ...handed];
	return {
		nodes: [
			everyMinutes({ name: NAMES.schedule, at: at(TRIGGERS, ROW - 0.5) }, MINUTES_BETWEEN_RUNS),
			manualTrigger({ name: NAMES.manual, at: at(TRIGGERS, ROW + 0.5) }),
			...nodes,
		],
		wires: [
			{ from: NAMES.schedule, to: NAMES.allChosen },
			{ from: NAMES.manual, to: NAMES.allChosen },
			...chain(NAMES.allChosen, ...nodes.map(({ name }) => name)),
		],
	};
}
