import { readField } from '../base/record';
import { say, type Sentence } from '../language/sentence';
import type { CheckContext } from '../policy/checks/check';
import type { CompiledCondition } from '../policy/condition';
import { formatValue } from '../policy/formatValue';

const MOST_SHOWN = 60;

/** A shortfall with why it is asked, where it cannot be told whether the requirement applies. */
export function sayWhyAsked(
	shortfall: Sentence,
	when: CompiledCondition,
	context: CheckContext,
): Sentence {
	const field = untoldField(when, context);
	if (field === undefined) return shortfall;
	const value = formatValue(readField(context.record, field), MOST_SHOWN);
	return say('shortfallUntold', { shortfall, field, value });
}

/** A record can come from code and hold members that throw when they are looked at. */
function untoldField(when: CompiledCondition, context: CheckContext): string | undefined {
	try {
		return when.holds(context) === undefined ? when.untold(context)[0] : undefined;
	} catch {
		return when.reads[0];
	}
}
