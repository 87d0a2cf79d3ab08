import type { Combination, CrmAdapter } from '../combinations/adapters';
import { addMembers, callItself, choose, everyMinutes, whenCalled } from '../nodes/coreNodes';
import { readinessGate } from '../nodes/handoffNodes';
import { NAMES } from '../nodes/names';
import { CLOSE, secondSystem, toGate } from './toGate';
import { chain, type FlowPart, type Position, type TemplateNode } from '../nodes/workflow';

const MINUTES_BETWEEN_RUNS = 5;
const TRIGGERS = 2.6;
const ROW = 0.5;
const FIRST_FOUND = 5.1;
const [FIX, ASK, TELL] = [1, 2, 3];
const [READY, NOT_READY, ACCEPTED] = [0, 1, 2];
const at = (column: number, row = ROW): Position => ({ column, row });
/** The gate of a flow in which nothing is looked for. */
const GATE_ALONE = at(6.6, 0.38);

/**
 * The way to the gate, and from it: all records of a search are judged at once, and what is to be
 * asked about or to be set up gets an execution of its own, which begins here as well.
 */
export function findLane(combination: Combination): FlowPart {
	const { crm } = combination;
	const second = secondSystem(crm);
	const found = place([...crm.find(), ...(crm.owner ?? []), ...(crm.record ?? [])], second);
	const record = found.at(-1)?.name;
	const settings = addMembers(NAMES.settings, settingsOf(combination));
	return {
		nodes: [
			...triggersOf(combination),
			whenCalled({ name: NAMES.arrives, at: at(TRIGGERS, 3.1) }),
			{ ...settings, at: at(3.4, 2.2) },
			nextStep(crm),
			...found,
			...second.nodes,
			readinessGate(
				found.length > 0 ? second.gate : GATE_ALONE,
				crm.policy,
				crm.sent === undefined ? {} : { addAnswer: true },
			),
			callItself({ name: NAMES.each, at: at(Math.max(9.75, second.gate.column + CLOSE), 0.2) }),
		],
		wires: [
			...(crm.sent === undefined ? [NAMES.schedule] : []).map((from) => ({
				from,
				to: NAMES.settings,
			})),
			...chain(NAMES.arrives, NAMES.settings, NAMES.next),
			{ from: NAMES.next, to: NAMES.fix, output: FIX },
			{ from: NAMES.next, to: NAMES.accept, output: ASK },
			{ from: NAMES.next, to: NAMES.person, output: TELL },
			{ from: NAMES.next, to: found[0]?.name ?? NAMES.gate, output: waysOf(crm).length },
			...chain(...found.map(({ name }) => name)),
			...(record === undefined ? [] : toGate(crm, { from: record })),
			...second.wires,
			...[READY, NOT_READY, ACCEPTED].map((output) => ({
				from: NAMES.gate,
				to: NAMES.each,
				output,
			})),
		],
	};
}

const triggersOf = ({ crm }: Combination): TemplateNode[] =>
	crm.sent === undefined
		? [everyMinutes({ name: NAMES.schedule, at: at(TRIGGERS, 1.3) }, MINUTES_BETWEEN_RUNS)]
		: [];

/** Spread between the switch and the gate, or as close as names allow where more comes before it. */
function place(
	nodes: Array<Omit<TemplateNode, 'at'>>,
	{ row, gate }: Pick<ReturnType<typeof secondSystem>, 'row' | 'gate'>,
): TemplateNode[] {
	const apart = row === undefined ? (gate.column - FIRST_FOUND) / Math.max(nodes.length, 1) : CLOSE;
	return nodes.map((node, index) => ({ ...node, at: at(FIRST_FOUND + index * apart, row) }));
}

const whoseTurn = (side: string): string => `={{ $json.handoff?.ballWith === '${side}' }}`;

/** Where an item goes that is a handoff already, or cannot become one. */
const waysOf = ({ sent }: CrmAdapter) => [
	{ name: 'Set it up', when: "={{ $json.handoff?.outcome === 'accepted' }}" },
	{ name: 'Have it fixed', when: whoseTurn('sender') },
	{ name: 'Ask the team', when: whoseTurn('receiver') },
	{ name: 'Tell people', when: '={{ Boolean($json.handoff) }}' },
	...(sent === undefined ? [] : [{ name: 'Refuse it', when: '={{ !$json.id?.trim() }}' }]),
];

const nextStep = (crm: CrmAdapter): TemplateNode =>
	choose(
		{ name: NAMES.next, at: at(4.25, 2.1) },
		waysOf(crm),
		crm.sent === undefined ? 'Look for records' : 'Judge it',
	);

/** What an agency sets for a client, in one place. */
const settingsOf = ({ crm, project, channel }: Combination): string =>
	JSON.stringify({ ...crm.settings, ...project.settings, ...channel.settings }, null, 2);
