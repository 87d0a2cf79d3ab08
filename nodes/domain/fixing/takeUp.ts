import type { Handoff } from '../handoff/envelope';
import { gapsIn, gapsLeft, type FixHandoff } from './gaps';

/**
 * The request as it goes on when the record was judged anew in the same execution and nothing is
 * missing now that nobody is asked for: links and reminders stay as they are.
 *
 * @returns undefined when there is something new to ask
 */
export function takeUp(asked: FixHandoff, judged: Handoff): FixHandoff | undefined {
	const waitedFor = new Set(gapsLeft(asked).map(({ requirementId }) => requirementId));
	const missing = gapsIn(judged).map(({ requirementId }) => requirementId);
	const isAsked = missing.length > 0 && missing.every((id) => waitedFor.has(id));
	const { seal } = asked;
	return isAsked
		? { ...judged, fixing: asked.fixing, ...(seal === undefined ? {} : { seal }) }
		: undefined;
}
