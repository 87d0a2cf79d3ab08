import { readTexts } from '../ledger/ledgerEvent';
import type { Policy, Requirement } from '../policy/policy';
import type { Look, Story } from './story';

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
			const counted = [...story.looks.values()].filter(
				({ event }) => event.policyId === story.last.policyId,
			);
			const version = counted.at(-1)?.event.policyVersion ?? '';
			const looks = counted.filter(({ event }) => event.policyVersion === version);
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
	const { id, field } = requirement;
	const notMet = looks.some(({ open }) => open.includes(id));
	const waived = looks.some((look) => isWaived(look, requirement));
	const checked = looks.some(({ event }) => {
		const ids = readTexts(event, 'checked');
		return ids === undefined ? requirement.when === undefined : ids.includes(id);
	});
	if (!notMet && !waived && !checked) return;
	line.n += 1;
	if (notMet) line.notMet += 1;
	if (waived) line.waived += 1;
	if (returned.has(field)) line.returned += 1;
}

/** Rows say which requirements were waived; before they did, a finding that is not open was. */
function isWaived({ event, fields, open }: Look, { id, field }: Requirement): boolean {
	const waived = readTexts(event, 'waived');
	return waived === undefined ? fields.includes(field) && !open.includes(id) : waived.includes(id);
}

const returnedFields = ({ submissions }: Story): Set<string> =>
	new Set(
		[...submissions.values()].flatMap(({ decision, reasons, outcome }) =>
			outcome === 'returned'
				? [...(decision?.fields ?? []), ...reasons.flatMap(({ field }) => field ?? [])]
				: [],
		),
	);

const isDead = ({ n, notMet, waived, returned }: RequirementLine): boolean =>
	n >= FEWEST_FOR_DEAD && notMet + waived + returned === 0;
