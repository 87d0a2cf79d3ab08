import { DateTime } from 'luxon';
import { parsePolicy } from '../../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../../nodes/domain/readiness/evaluateReadiness';
import { isToHandOver } from '../../../../nodes/domain/readiness/handOver';

/** A policy as its author wrote it after reading docs/policy.md, and ten records of its teams. */
export interface Told {
	policy: object;
	/** Where the receiving team works: the times of the stories are its own. */
	zone: string;
	stories: Story[];
}

/** One record: what people did with it, and what the author of the policy wants to come of it. */
export interface Story {
	/** Begins with when the gate looks, such as `Mon 2 Mar 10:00`. */
	told: string;
	record: Record<string, unknown>;
	outcome: Outcome;
	waivers?: unknown;
}

/** Who is asked for what, by label. Nobody: the receiving team is asked to take it over. */
export type Outcome = 'not to be handed over' | Record<string, string[]>;

/** What the gate makes of a story. What is only good to have stands under that name. */
export function judgeStory({ policy, zone }: Told, { told, record, waivers }: Story): Outcome {
	const compiled = compilePolicy(parsePolicy(policy));
	const now = whenOf(told, zone);
	if (!isToHandOver(compiled, record, now)) return 'not to be handed over';
	const { findings } = evaluateReadiness(compiled, record, { now, mode: 'enforce', waivers });
	const asked: Record<string, string[]> = {};
	for (const { severity, waiver, fixer, label } of findings) {
		if (waiver !== undefined) continue;
		const who = severity === 'warning' ? GOOD_TO_HAVE : fixer;
		asked[who] = [...(asked[who] ?? []), label];
	}
	return asked;
}

export const GOOD_TO_HAVE = 'good to have';

/** The year in which all stories happen. */
const YEAR = 2026;

function whenOf(told: string, zone: string): number {
	const [written = ''] = /^\w{3} \d{1,2} \w{3} \d\d:\d\d/.exec(told) ?? [];
	const read = { zone, locale: 'en' };
	const at = DateTime.fromFormat(`${written} ${YEAR}`, 'ccc d LLL HH:mm yyyy', read);
	if (!at.isValid) throw new Error(`${told}: ${at.invalidExplanation ?? ''}`);
	return at.toMillis();
}
