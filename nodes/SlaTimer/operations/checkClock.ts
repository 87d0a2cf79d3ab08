import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import { sealInTurn } from '../../domain/ledger/sealHandoff';
import { openPauseOf, type Clock } from '../../domain/time/clock';
import { checkClock } from '../../domain/time/dueMilestones';
import { announceMilestones } from '../../domain/sla/handoffClock';
import { announceRevisions } from '../../domain/sla/announceRevisions';
import { isToldAnew, reviseClock, type TermsInForce } from '../../domain/time/reviseClock';
import type { ParameterContext } from '../../shared/readParameter';
import type { ListedOperation } from '../../shared/operations';
import type { Routed } from '../../shared/routeItems';
import { readAt, readKeptInHandoff, readOnlyNews } from '../parameters';
import { readTermsInForce } from '../termsInForce';
import { readClockOfRecord, readStoredHandoff } from '../readClock';
import { stepOnItems, type Sealing } from '../stepOnItems';
import type { SteadyParameters } from '../steadyParameters';

const OUTPUTS = ['On Track', 'At Risk', 'Breached', 'Stopped'] as const;

export const checkClockOperation = {
	value: 'checkClock',
	name: 'Check Clock',
	action: 'Check a clock',
	description: 'Say how a clock stands, and tell each milestone that has passed once',
	subtitle: 'check',
	outputs: OUTPUTS,
	run: stepOnItems({ outputs: OUTPUTS, closed: 'At Risk' }, prepareCheck),
} as const satisfies ListedOperation;

type Standing = (typeof OUTPUTS)[number];

/** How a check is made; the same for all items unless an expression makes it differ. */
interface Check {
	now: Instant;
	onlyNews: boolean;
	/** What open clocks are recomputed by; without it they keep what they were started with. */
	inForce: TermsInForce | undefined;
	keptInHandoff: boolean;
	/** Seals the rows of milestones; undefined when rows are not sealed. */
	key: string | undefined;
}

/**
 * Says how a clock stands. Each milestone that passed since the last check gives an item, in order;
 * a clock without news gives one, unless only news are wanted.
 */
function prepareCheck({ parameters, key }: Sealing<SteadyParameters>) {
	let steady: Check | undefined;
	return ({ json }: INodeExecutionData, itemIndex: number): Array<Routed<Standing>> => {
		const check = steady ?? { ...readCheck(parameters, itemIndex), key };
		if (PARAMETERS.every(parameters.isSteady)) steady = check;
		return checkAt(parameters, itemIndex, check).map(({ clock, added }) => ({
			output: standingOf(clock),
			json: { ...json, ...added },
		}));
	};
}

const PARAMETERS = ['at', 'options', 'clockOf'];

const readCheck = (parameters: SteadyParameters, itemIndex: number): Omit<Check, 'key'> => ({
	now: readAt(parameters, itemIndex),
	onlyNews: readOnlyNews(parameters, itemIndex),
	inForce: readTermsInForce(parameters, itemIndex),
	keptInHandoff: readKeptInHandoff(parameters, itemIndex),
});

interface CheckedItem {
	clock: Clock;
	/** What comes onto the item. */
	added: IDataObject;
}

function checkAt(context: ParameterContext, itemIndex: number, check: Check): CheckedItem[] {
	return check.keptInHandoff
		? checkHandoffAt(context, itemIndex, check)
		: checkRecordAt(context, itemIndex, check);
}

function checkHandoffAt(context: ParameterContext, itemIndex: number, check: Check): CheckedItem[] {
	const stored = readStoredHandoff(context, itemIndex);
	const clockNow = revise(stored.clock, check);
	const checked = checkClock(clockNow, check.now);
	if (clockNow !== stored.clock || checked.reached.length > 0) {
		const whole = stored.readWhole();
		const revised = announceRevisions({ ...whole, clock: checked.clock }, stored.clock, check.now);
		const announced = sealInTurn([...revised, ...announceMilestones(whole, checked)], check.key);
		if (announced.length > 0) {
			return announced.map((handoff) => ({ clock: handoff.clock, added: { handoff } }));
		}
	}
	if (check.onlyNews && !isToldAnew(stored.clock, clockNow)) return [];
	const { clock } = checked;
	const handoff = { ...stored.handoff, clock, event: undefined, message: undefined };
	return [{ clock, added: { handoff } }];
}

function checkRecordAt(context: ParameterContext, itemIndex: number, check: Check): CheckedItem[] {
	const stored = readClockOfRecord(context, itemIndex);
	const clockNow = revise(stored, check);
	const { clock, reached } = checkClock(clockNow, check.now);
	if (reached.length > 0) {
		return reached.map(({ milestone }) => {
			const announced = { ...clock, reached: milestone };
			return { clock: announced, added: { clock: announced } };
		});
	}
	if (check.onlyNews && !isToldAnew(stored, clockNow)) return [];
	return [{ clock, added: { clock } }];
}

const revise = (clock: Clock, { inForce, now }: Check): Clock =>
	inForce === undefined ? clock : reviseClock(clock, inForce, now);

/** How the worst of the clocks stands that still run; stopped when all are. */
function standingOf(clock: Clock): Standing {
	const beside = (clock.others ?? []).filter((other) => openPauseOf(other) === undefined);
	const open = [clock, ...beside].filter(({ stoppedAt }) => stoppedAt === undefined);
	const standings = new Set(open.map(standingOfOne));
	return WORST_FIRST.find((standing) => standings.has(standing)) ?? 'Stopped';
}

const WORST_FIRST = ['Breached', 'At Risk', 'On Track'] as const;

/** At risk once any milestone before the deadline has passed, as long as the clock runs. */
function standingOfOne({ state, milestones }: Clock): Standing {
	if (state === 'breached') return 'Breached';
	return milestones.some(({ firedAt }) => firedAt !== undefined) ? 'At Risk' : 'On Track';
}
