import type { Instant } from '../base/instant';
import { judgeField, type CheckContext } from '../policy/checks/check';
import { readCompiledField } from '../base/record';
import type { CompiledPolicy, CompiledRequirement } from './compilePolicy';
import type { Verdict, Waiver } from '../handoff/verdict';
import { makeFinding } from './makeFinding';
import { identityFindings } from './recordIdFinding';
import { sayWhyAsked } from './whyAsked';
import { say, type Sentence } from '../language/sentence';

const NO_WAIVERS: ReadonlyMap<string, Waiver> = new Map();

/** What a policy says about a record, before anything is kept of it. */
export type Judgement = Pick<Verdict, 'ready' | 'score' | 'findings'>;

interface Circumstances {
	now: Instant;
	/** The waivers that count, by requirement. */
	waivers?: ReadonlyMap<string, Waiver>;
}

/**
 * Judges one record against a policy, and nothing else: no digest is taken. Nothing is made for a
 * requirement that is met, so that a record without findings costs only the looking at its values.
 */
export function judgeRecord(
	compiled: CompiledPolicy,
	record: unknown,
	circumstances: Circumstances,
): Judgement {
	try {
		return judgeAll(compiled, record, circumstances, STRAIGHT);
	} catch {
		return judgeAll(compiled, record, circumstances, CAREFUL);
	}
}

/** How a requirement is held against a record. */
interface Manner {
	applies(requirement: CompiledRequirement, context: CheckContext): boolean;
	judge(
		requirement: CompiledRequirement,
		value: unknown,
		context: CheckContext,
	): Sentence | undefined;
}

function judgeAll(
	compiled: CompiledPolicy,
	record: unknown,
	{ now, waivers = NO_WAIVERS }: Circumstances,
	{ applies, judge }: Manner,
): Judgement {
	const context = contextOf(compiled, record, now);
	const findings = identityFindings(compiled, record);
	let ready = findings.length === 0;
	let applying = 0;
	let unmet = 0;
	for (const requirement of compiled.requirements) {
		if (requirement.when !== undefined && !applies(requirement, context)) continue;
		applying += 1;
		const value = readCompiledField(context, requirement);
		const lack = judge(requirement, value, context);
		if (lack === undefined) continue;
		const { when } = requirement;
		const shortfall = when === undefined ? lack : sayWhyAsked(lack, when, context);
		unmet += 1;
		const waiver = waivers.size === 0 ? undefined : waivers.get(requirement.id);
		findings.push(makeFinding(requirement, record, { shortfall, value, waiver }));
		if (requirement.blocks && waiver === undefined) ready = false;
	}
	const score = applying === 0 ? 100 : Math.floor(((applying - unmet) / applying) * 100);
	return { ready, score, findings };
}

/** The requirements that are asked of this record: all without a condition, and where it holds. */
export function askedRequirements(
	compiled: CompiledPolicy,
	record: unknown,
	now: Instant,
): CompiledRequirement[] {
	const context = contextOf(compiled, record, now);
	return compiled.requirements.filter(
		(requirement) => requirement.when === undefined || CAREFUL.applies(requirement, context),
	);
}

/** What checks and conditions look at: one record as of one moment. */
export const contextOf = (
	{ isMissing }: CompiledPolicy,
	record: unknown,
	now: Instant,
): CheckContext => ({
	record,
	now,
	isMissing,
	outer: undefined,
	container: undefined,
});

const STRAIGHT: Manner = {
	applies: ({ when }, context) => when?.holds(context) !== false,
	judge: ({ check, alsoAccepts }, value, context) => {
		const lack = judgeField(check, value, context);
		return lack === undefined || alsoAccepts?.(value) === true ? undefined : lack;
	},
};

/** A record can come from code and hold members that throw when they are looked at. */
const CAREFUL: Manner = {
	/** A condition that cannot be judged does not free a record from its requirement. */
	applies: (requirement, context) => {
		try {
			return STRAIGHT.applies(requirement, context);
		} catch {
			return true;
		}
	},
	judge: (requirement, value, context) => {
		try {
			return STRAIGHT.judge(requirement, value, context);
		} catch {
			return say('shortfallUnreadable');
		}
	},
};
