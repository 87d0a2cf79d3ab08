import type { ChannelAdapter } from '../combinations/adapters';
import { createClaims } from '../ledger/claims';
import { createLedger } from '../ledger/ledger';
import { NAMES } from '../nodes/names';
import { ask, everyMinutes, jsonItem, manualTrigger } from '../nodes/coreNodes';
import { createOpen, findClaims, findDue } from '../ledger/openHandoffs';
import { buildWorkflow, chain, type FlowPart } from '../nodes/workflow';
import { CLAIM_HOLDS, claimOf, SWEEP } from './sweepNames';
import { sweepStickies } from './sweepStickies';
import { checkingPart, keepingPart, tellingPart } from './sweepTurn';

/** Told within the minute even when the channel takes a tenth of a second for each. */
const MOST_AT_ONCE = 500;
const IS_FREE = `!$('${SWEEP.others}').all().some(({ json }) => json.claim === ${claimOf('$json')})`;

const TOP_ROW = 0.2;

/**
 * One workflow for all open handoffs: once a minute it tells each milestone that has passed, and
 * keeps when to look again. What is told is claimed first and written down last, so that two runs
 * at once tell it once, and a run that dies is made good by a later one.
 */
export function composeSweep(channel: ChannelAdapter): Record<string, unknown> {
	const parts = [findingPart(channel), checkingPart(), tellingPart(channel), keepingPart()];
	return buildWorkflow({
		name: `SLA sweep: tell what is due for every open handoff (${channel.label})`,
		nodes: parts.flatMap(({ nodes }) => nodes),
		wires: parts.flatMap(({ wires }) => wires),
		stickies: sweepStickies(channel),
	});
}

function findingPart(channel: ChannelAdapter): FlowPart {
	const at = (column: number) => ({ column, row: TOP_ROW });
	return {
		nodes: [
			everyMinutes({ name: SWEEP.schedule, at: { column: 0, row: -0.4 } }, 1),
			manualTrigger({ name: NAMES.manual, at: { column: 0, row: 0.3 } }),
			jsonItem({ name: NAMES.settings, at: at(1) }, JSON.stringify(channel.settings, null, 2)),
			createLedger({ name: NAMES.createLedger, at: at(2) }),
			createClaims({ name: NAMES.createClaims, at: at(3) }),
			createOpen({ name: NAMES.createOpen, at: at(4) }),
			findClaims({ name: SWEEP.others, at: at(5) }, CLAIM_HOLDS),
			findDue({ name: SWEEP.due, at: at(6) }, MOST_AT_ONCE),
			ask({ name: SWEEP.free, at: at(7) }, `={{ ${IS_FREE} }}`),
		],
		wires: [
			{ from: SWEEP.schedule, to: NAMES.settings },
			{ from: NAMES.manual, to: NAMES.settings },
			...chain(
				NAMES.settings,
				NAMES.createLedger,
				NAMES.createClaims,
				NAMES.createOpen,
				SWEEP.others,
				SWEEP.due,
				SWEEP.free,
				SWEEP.each,
			),
		],
	};
}
