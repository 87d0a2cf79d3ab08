import { HandoffProblem } from '../domain/base/problem';
import { handoffSchema, type Handoff } from '../domain/handoff/envelope';
import { jsonValue } from './jsonValue';
import type { ParameterContext } from './readParameter';

/** What the error says about a missing envelope. */
interface Use {
	/** What the node does with a handoff, as a verb: `accept`. */
	verb: string;
	/** What else the user can do than put a gate before the node. */
	otherwise?: string;
}

/**
 * The envelope that the parameter “Handoff” holds.
 *
 * @throws HandoffProblem when it holds none
 */
export function readEnvelope(
	context: ParameterContext,
	itemIndex: number,
	{ verb, otherwise }: Use,
): Handoff {
	const parsed = handoffSchema.safeParse(jsonValue(context.getNodeParameter('handoff', itemIndex)));
	if (parsed.success) return parsed.data;
	throw new HandoffProblem(
		`There is no handoff to ${verb}: the item carries no envelope of Readiness Gate`,
		`Put Readiness Gate before this node${otherwise === undefined ? '' : `, or ${otherwise}`}. When a node in between replaced the item, set “Handoff” to {{ $('Readiness Gate').item.json.handoff }}.`,
	);
}
