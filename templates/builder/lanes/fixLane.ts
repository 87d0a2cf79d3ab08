import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { handoffFix } from '../nodes/handoffNodes';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import type { FlowPart, Position } from '../nodes/workflow';
import { tellPerson } from './tellPerson';
import { againFrom } from './writeLane';

const [NOTIFY, CHANGED, NO_ANSWER] = [0, 1, 2];
/** The link of an approver must not come where those read it who ask for the exception. */
const isForOthers = (message: string): string =>
	`/Escalation|exceptionRequest/.test(${message}.kind) ? 'escalationChannel' : 'handoffChannel'`;
const at = (column: number, row: number): Position => ({ column, row });

/** Puts what is missing before those who can fix it, each by a link to their own part, and waits. */
export function fixLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const telling = tellPerson(channel, {
		find: NAMES.findFixer,
		tell: NAMES.askFixer,
		at: at(6.75, 3),
		email: '$json.handoff.message.to[0].email',
		message: `${itemOf(NAMES.fix)}.handoff.message`,
		instead: (message) => `${firstOf(NAMES.settings)}[${isForOthers(message)}]`,
	});
	return {
		nodes: [handoffFix(at(5.17, 3.1)), ...telling.nodes],
		wires: [
			{ from: NAMES.fix, to: telling.first, output: NOTIFY },
			...telling.wires,
			{ from: NAMES.askFixer, to: NAMES.fix },
			{ from: NAMES.fix, to: againFrom(crm) ?? NAMES.check, output: CHANGED },
			{ from: NAMES.fix, to: NAMES.tellUnanswered, output: NO_ANSWER },
		],
	};
}
