import type { Policy, Requirement } from '../policy/policy';
import { namedFields } from './replay/outcomes';
import { judgedLooks, standingOf } from './requirementStanding';
import type { Look } from './look';
import type { Story } from './story';

/** How one requirement of a policy at hand fared. Counts are handoffs. */
export interface RequirementLine {
	policyId: string;
	requirementId: string;
	label: string;
	field: string;
	/** Handoffs that the gate judged by it, in the version at hand. */
	n: number;
	notMet: number;
	waived: number;
	returned: number;
	/** Never unmet, never waived and its field never returned, in at least 30 handoffs. */
	dead: boolean;
}

/**
 * From this many handoffs on, “never” bounds the true share: with 95 % certainty it is below 3/n (the
 * rule of three), which is 10 % here.
 */
export const FEWEST_FOR_DEAD = 30;

export interface RequirementTally {
	add(story: Story): void;
	read(): RequirementLine[];
}

/**
 * Counts the requirements of the policies at hand. Only looks at the same version of a policy count,
 * since another version may ask for something else. A requirement with a condition is counted where
 * the row says that it applied (`data.checked`), or where it was not met.
 */
export function startRequirementLines(policies: readonly Policy[]): RequirementTally {
	const tallies = new Map(
		policies.map((policy) => [
			`${policy.id}\n${policy.version}`,
			policy.requirements.map((requirement) => ({
				requirement,
				line: startLine(policy, requirement),
			})),
		]),
	);
	return {
		add(story) {
			const { version, looks } = judgedLooks(story);
			const lines = tallies.get(`${story.last.policyId}\n${version}`) ?? [];
			if (lines.length === 0 || looks.length === 0) return;
			const returned = returnedFields(story);
			for (const { requirement, line } of lines) {
				countLooks(line, requirement, { looks, returned });
			}
		},
		read: () => [...tallies.values()].flat().map(({ line }) => ({ ...line, dead: isDead(line) })),
	};
}

const startLine = (policy: Policy, { id, label, field }: Requirement): RequirementLine => ({
	policyId: policy.id,
	requirementId: id,
	label,
	field,
	n: 0,
	notMet: 0,
	waived: 0,
	returned: 0,
	dead: false,
});

function countLooks(
	line: RequirementLine,
	requirement: Requirement,
	{ looks, returned }: { looks: readonly Look[]; returned: ReadonlySet<string> },
): void {
	const standings = new Set(looks.map((look) => standingOf(look, requirement)));
	const notMet = standings.has('notMet');
	const waived = standings.has('waived');
	if (!notMet && !waived && !standings.has('met')) return;
	line.n += 1;
	if (notMet) line.notMet += 1;
	if (waived) line.waived += 1;
	if (returned.has(requirement.field)) line.returned += 1;
}

const returnedFields = ({ submissions }: Story): Set<string> =>
	new Set([...submissions.values()].flatMap((submission) => [...namedFields(submission)]));

const isDead = ({ n, notMet, waived, returned }: RequirementLine): boolean =>
	n >= FEWEST_FOR_DEAD && notMet + waived + returned === 0;
